package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.TrainingSetup;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/// Estimates GPU memory: states + activations + logits + context, per GPU. What the user does not state (activation
/// checkpointing, gradient accumulation, sharding) spans the interval: the low bound is the thriftiest usual setup.
public final class GpuMemoryEstimator {
    private static final double GIB = 1L << 30;
    private static final double LARGE_MODEL = 1e9;
    private static final int USUAL_MICRO_BATCH = 4;
    private static final double MODEL_ERROR_LOW = 1.25;
    private static final double MODEL_ERROR_HIGH = 1.35;

    private GpuMemoryEstimator() {}

    /// Need per GPU when the job runs on `gpus` GPUs.
    public static GpuMemoryEstimate estimate(ModelProfile profile, int gpus) {
        if (!profile.isNeural()) {
            return new GpuMemoryEstimate(0.5, 2, 8);
        }
        double thrifty = need(profile, thriftiest(profile, gpus), gpus);
        double usual = need(profile, usual(profile, gpus), gpus);
        double lavish = need(profile, lavish(profile, gpus), gpus);
        double expected = Math.max(usual, thrifty);
        return new GpuMemoryEstimate(
                thrifty / MODEL_ERROR_LOW, expected, Math.max(lavish, expected) * MODEL_ERROR_HIGH);
    }

    /// What the memory estimate takes for granted about this workload.
    public static List<Assumption> assumptions(ModelProfile profile) {
        TrainingSetup setup = profile.workload().setup();
        var assumptions = new ArrayList<Assumption>();
        if (!profile.isNeural() || profile.architecture() != Architecture.TRANSFORMER) {
            return assumptions;
        }
        if (setup.activationCheckpointing().isEmpty()) {
            assumptions.add(new Assumption("activation_checkpointing taken as " + (profile.params() >= LARGE_MODEL)));
        }
        if (setup.gradientAccumulation().isEmpty() && profile.workload().batchSize() > USUAL_MICRO_BATCH) {
            assumptions.add(new Assumption("gradient_accumulation taken so that a GPU holds at most "
                    + USUAL_MICRO_BATCH + " samples at once"));
        }
        if (setup.zeroStage().isEmpty() && profile.params() >= LARGE_MODEL && profile.method() == Method.FULL) {
            assumptions.add(new Assumption("zero_stage taken as 3 on several GPUs"));
        }
        return assumptions;
    }

    /// A way to run the job on one GPU of several.
    private record Setup(double microBatch, boolean checkpointing, int zeroStage) {}

    private static Setup thriftiest(ModelProfile profile, int gpus) {
        TrainingSetup setup = profile.workload().setup();
        boolean transformer = profile.architecture() == Architecture.TRANSFORMER;
        double stated = microBatch(
                profile.workload(), gpus, setup.gradientAccumulation().orElse(1));
        double least = setup.gradientAccumulation().isPresent() ? stated : transformer ? 1 : Math.max(1, stated / 4);
        return new Setup(
                Math.min(least, stated),
                setup.activationCheckpointing().orElse(true),
                setup.zeroStage().orElse(3));
    }

    private static Setup usual(ModelProfile profile, int gpus) {
        TrainingSetup setup = profile.workload().setup();
        boolean large = profile.params() >= LARGE_MODEL;
        return new Setup(
                usualMicroBatch(profile, gpus),
                setup.activationCheckpointing().orElse(large),
                setup.zeroStage().orElse(large && profile.method() == Method.FULL ? 3 : 0));
    }

    private static Setup lavish(ModelProfile profile, int gpus) {
        TrainingSetup setup = profile.workload().setup();
        double stated = microBatch(
                profile.workload(), gpus, setup.gradientAccumulation().orElse(1));
        return new Setup(
                Math.min(stated, 2 * usualMicroBatch(profile, gpus)),
                setup.activationCheckpointing().orElse(false),
                setup.zeroStage().orElse(0));
    }

    private static double usualMicroBatch(ModelProfile profile, int gpus) {
        TrainingSetup setup = profile.workload().setup();
        double stated = microBatch(
                profile.workload(), gpus, setup.gradientAccumulation().orElse(1));
        boolean accumulates =
                setup.gradientAccumulation().isEmpty() && profile.architecture() == Architecture.TRANSFORMER;
        return accumulates ? Math.min(stated, USUAL_MICRO_BATCH) : stated;
    }

    private static double microBatch(Workload workload, int gpus, int accumulation) {
        return Math.max(1, Math.ceil((double) workload.batchSize() / ((double) gpus * accumulation)));
    }

    private static double need(ModelProfile profile, Setup setup, int gpus) {
        double states = ModelStates.bytes(profile, setup.zeroStage(), gpus);
        double activations = Activations.bytes(profile, setup.microBatch(), setup.checkpointing());
        return (states + activations) / GIB + context(gpus);
    }

    /// CUDA context 0.9 GiB (torch, eager), and 1 GiB of communication buffers on several GPUs.
    private static double context(int gpus) {
        return gpus > 1 ? 1.9 : 0.9;
    }
}
