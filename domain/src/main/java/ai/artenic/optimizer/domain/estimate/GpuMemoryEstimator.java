package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.ModelShape;
import ai.artenic.optimizer.domain.workload.TrainingSetup;
import java.util.ArrayList;
import java.util.List;

/// Estimates GPU memory: states + activations + logits + context, per GPU. What the user does not state (method,
/// sequence length, activation checkpointing, accumulation, sharding, master weights) spans the interval: the low
/// bound is the thriftiest usual setup, the high bound the most lavish.
public final class GpuMemoryEstimator {
    private static final double GIB = 1L << 30;
    /// CUDA context and libraries: 0.9 GiB (torch, eager), more with cuDNN's workspaces; buffers of communication.
    private static final double CONTEXT_GB = 1;
    private static final double CONVOLUTION_CONTEXT_GB = 1.75;
    private static final double COMMUNICATION_GB = 0.5;
    /// The caching allocator holds 1 to 1.5 times the live activations: it keeps blocks of every length it met.
    private static final double USUAL_CACHE = 1.3;
    /// Model errors of states and activations on either side, so that 85 % of measured peaks lie between.
    private static final double LOW_STATES = 0.9;
    private static final double LOW_ACTIVATIONS = 0.5;
    private static final double HIGH_STATES = 1.2;
    private static final double HIGH_ACTIVATIONS = 2.2;
    /// Where the architecture is inferred from the parameter count, activations are this much less certain.
    private static final double INFERRED_SPREAD = 1.3;
    /// Outputs of convolutions, guessed from the parameters, are off by 2.4 at the 95th percentile.
    private static final double GUESSED_OUTPUTS_SPREAD = 2;
    /// MI300X and B200; few have more.
    private static final double LARGEST_CARD_GB = 192;

    private GpuMemoryEstimator() {}

    /// Need per GPU when the job runs on `gpus` GPUs.
    ///
    /// @throws IllegalArgumentException if there is no GPU
    public static GpuMemoryEstimate estimate(ModelProfile profile, int gpus) {
        if (gpus < 1) {
            throw new IllegalArgumentException("GPU memory needs at least one GPU, was " + gpus);
        }
        if (!profile.isNeural()) {
            return new GpuMemoryEstimate(0.5, 2, 8);
        }
        GpuMemoryEstimate asTaken = ofArchitecture(profile, gpus);
        return profile.isArchitectureGuessed() ? GuessedMemory.spanned(profile, asTaken, gpus) : asTaken;
    }

    /// Need per GPU of a network whose architecture is as the profile says.
    static GpuMemoryEstimate ofArchitecture(ModelProfile profile, int gpus) {
        MemoryParts thrifty = parts(profile, MemorySetup.thriftiest(profile, gpus), gpus);
        double expected = need(profile, usual(profile, gpus));
        double spread = spread(profile);
        double low = LOW_STATES * thrifty.states()
                + LOW_ACTIVATIONS / spread * thrifty.activations()
                + thrifty.context() / 2;
        double high = high(profile, MemorySetup.lavish(profile, gpus), gpus);
        return new GpuMemoryEstimate(Math.min(low, expected), expected, Math.max(high, expected));
    }

    /// Where it is not stated how a batch is split, it is split by whom it would not fit the largest card.
    private static double high(ModelProfile profile, MemorySetup lavish, int gpus) {
        double whole = highOf(profile, lavish, gpus);
        return MemorySetup.accumulates(profile)
                ? Math.min(whole, Math.max(LARGEST_CARD_GB, highOf(profile, lavish.ofOneSample(), gpus)))
                : whole;
    }

    private static double highOf(ModelProfile profile, MemorySetup setup, int gpus) {
        MemoryParts parts = parts(profile, setup, gpus);
        return HIGH_STATES * parts.states()
                + HIGH_ACTIVATIONS * spread(profile) * parts.activations()
                + parts.context();
    }

    private static double spread(ModelProfile profile) {
        ModelShape shape = profile.workload().shape();
        if (profile.isTransformer()) {
            return shape.hiddenSize().isEmpty() || shape.numLayers().isEmpty() ? INFERRED_SPREAD : 1;
        }
        return shape.forwardPass().activationsM().isEmpty() ? GUESSED_OUTPUTS_SPREAD : 1;
    }

    /// What the job is expected to put into each GPU's memory, by kind.
    ///
    /// From a billion parameters on, savings that are not stated are taken for usual. So that the need never falls
    /// there, a smaller transformer is expected to need no more than one of a billion with them.
    public static MemoryParts usual(ModelProfile profile, int gpus) {
        return usual(profile, gpus, MemoryFactors.SHIPPED);
    }

    /// The same by other factors than those that are shipped.
    public static MemoryParts usual(ModelProfile profile, int gpus, MemoryFactors factors) {
        MemoryParts plain = parts(profile, MemorySetup.usual(profile, gpus), gpus, factors);
        if (!profile.isTransformer() || MemorySetup.isLarge(profile)) {
            return plain;
        }
        ModelProfile large = profile.withParams(MemorySetup.LARGE_MODEL);
        MemoryParts saving = parts(large, MemorySetup.usual(large, gpus), gpus, factors);
        return need(profile, plain) <= need(large, saving) ? plain : saving;
    }

    private static double need(ModelProfile profile, MemoryParts parts) {
        return parts.reserved(profile.isTransformer() ? USUAL_CACHE : 1) + parts.context();
    }

    private static MemoryParts parts(ModelProfile profile, MemorySetup setup, int gpus) {
        return parts(profile, setup, gpus, MemoryFactors.SHIPPED);
    }

    private static MemoryParts parts(ModelProfile profile, MemorySetup setup, int gpus, MemoryFactors factors) {
        boolean convolutions = profile.architecture() == Architecture.CNN;
        double context = (convolutions ? CONVOLUTION_CONTEXT_GB : CONTEXT_GB) + (gpus > 1 ? COMMUNICATION_GB : 0);
        return new MemoryParts(
                ModelStates.bytes(profile, setup, gpus, factors) / GIB,
                Activations.bytes(profile, setup, factors) / GIB,
                context);
    }

    /// What the memory estimate takes for granted about this workload.
    public static List<Assumption> assumptions(ModelProfile profile) {
        TrainingSetup setup = profile.workload().setup();
        var assumptions = new ArrayList<Assumption>();
        if (!profile.isTransformer() || !profile.isNeural()) {
            return assumptions;
        }
        boolean large = MemorySetup.isLarge(profile);
        if (setup.activationCheckpointing().isEmpty()) {
            assumptions.add(new Assumption("activation_checkpointing taken as " + large));
        }
        int microBatch = (int) MemorySetup.usualMicroBatch(profile);
        if (setup.gradientAccumulation().isEmpty() && profile.workload().batchSize() > microBatch) {
            assumptions.add(new Assumption(
                    "gradient_accumulation taken so that a GPU holds at most " + microBatch + " samples at once"));
        }
        if (profile.method() == Method.FULL
                && !ModelStates.isFp32(profile.workload().precision())) {
            addMasterWeights(assumptions, setup, large);
        }
        if (setup.zeroStage().isEmpty() && large && profile.method() == Method.FULL) {
            assumptions.add(new Assumption("zero_stage taken as 3 on several GPUs"));
        }
        return assumptions;
    }

    private static void addMasterWeights(List<Assumption> assumptions, TrainingSetup setup, boolean large) {
        if (setup.mixedPrecision().isEmpty()) {
            assumptions.add(new Assumption(
                    large
                            ? "mixed_precision taken as false on one GPU, true where states are sharded"
                            : "mixed_precision taken as true"));
        }
    }
}
