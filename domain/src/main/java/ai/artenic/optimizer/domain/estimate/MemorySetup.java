package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.TrainingSetup;

/// One way to run a job on a number of GPUs, as far as memory is concerned. What the user states is the same in each
/// way; what is unstated differs between the thriftiest usual way, the most likely, and the most lavish.
///
/// @param microBatch samples a GPU holds at once, >= 1
/// @param sequenceLength tokens per sample
/// @param vocabulary output classes of a language model
/// @param mixed whether 16-bit training keeps 32-bit master weights
/// @param thrifty whether whatever can be saved is saved
record MemorySetup(
        Method method,
        double microBatch,
        double sequenceLength,
        double vocabulary,
        boolean checkpointing,
        int zeroStage,
        boolean mixed,
        boolean thrifty) {
    /// Parameters from which savings are usual.
    static final double LARGE_MODEL = 1e9;
    private static final double USUAL_MICRO_BATCH = 4;
    private static final int SHORT_SEQUENCE = 256;
    private static final int LONG_SEQUENCE = 4096;
    private static final double SMALL_VOCABULARY = 32_000;
    private static final double LARGE_VOCABULARY = 152_000;

    static MemorySetup thriftiest(ModelProfile profile, int gpus) {
        TrainingSetup setup = profile.workload().setup();
        double stated = statedMicroBatch(profile, gpus);
        double least = accumulates(profile) ? 1 : stated;
        return new MemorySetup(
                setup.method().orElse(profile.isTransformer() ? Method.QLORA : profile.method()),
                Math.min(least, stated),
                sequence(profile, SHORT_SEQUENCE),
                Math.min(vocabulary(profile, SMALL_VOCABULARY), profile.vocabulary()),
                setup.activationCheckpointing().orElse(true),
                setup.zeroStage().orElse(3),
                setup.mixedPrecision().orElse(false),
                true);
    }

    static MemorySetup usual(ModelProfile profile, int gpus) {
        TrainingSetup setup = profile.workload().setup();
        boolean large = isLarge(profile);
        double stated = statedMicroBatch(profile, gpus);
        int zeroStage = setup.zeroStage().orElse(large && profile.method() == Method.FULL && gpus > 1 ? 3 : 0);
        return new MemorySetup(
                profile.method(),
                accumulates(profile) ? Math.min(stated, usualMicroBatch(profile)) : stated,
                profile.sequenceLength(),
                profile.vocabulary(),
                setup.activationCheckpointing().orElse(large),
                zeroStage,
                setup.mixedPrecision().orElse(profile.method() == Method.FULL && (!large || zeroStage > 0)),
                false);
    }

    static MemorySetup lavish(ModelProfile profile, int gpus) {
        TrainingSetup setup = profile.workload().setup();
        return new MemorySetup(
                profile.method(),
                statedMicroBatch(profile, gpus),
                sequence(profile, LONG_SEQUENCE),
                Math.max(vocabulary(profile, LARGE_VOCABULARY), profile.vocabulary()),
                setup.activationCheckpointing().orElse(false),
                setup.zeroStage().orElse(0),
                setup.mixedPrecision().orElse(profile.method() == Method.FULL),
                false);
    }

    /// The same with a batch split into single samples.
    MemorySetup ofOneSample() {
        return new MemorySetup(method, 1, sequenceLength, vocabulary, checkpointing, zeroStage, mixed, thrifty);
    }

    static boolean isLarge(ModelProfile profile) {
        return profile.isTransformer() && profile.params() >= LARGE_MODEL;
    }

    private static double sequence(ModelProfile profile, int unstated) {
        boolean spans = profile.isTransformer()
                && profile.workload().shape().sequenceLength().isEmpty();
        return spans ? unstated : profile.sequenceLength();
    }

    private static double vocabulary(ModelProfile profile, double unstated) {
        boolean spans = profile.isTransformer()
                && profile.workload().shape().vocabSize().isEmpty();
        return spans ? unstated : profile.vocabulary();
    }

    /// Whether the batch may be split without its being stated.
    static boolean accumulates(ModelProfile profile) {
        return profile.workload().setup().gradientAccumulation().isEmpty()
                && profile.architecture() == Architecture.TRANSFORMER;
    }

    private static double statedMicroBatch(ModelProfile profile, int gpus) {
        int accumulation = profile.workload().setup().gradientAccumulation().orElse(1);
        return Math.max(1, Math.ceil(profile.workload().batchSize() / ((double) gpus * accumulation)));
    }

    /// Samples that a GPU holds at once where the accumulation is not stated: four, or as many shorter ones as have
    /// the tokens of four samples of the usual length. Who trains on short samples does not split a small batch.
    static double usualMicroBatch(ModelProfile profile) {
        double shorter = ModelProfiler.USUAL_SEQUENCE_LENGTH / (double) profile.sequenceLength();
        return USUAL_MICRO_BATCH * Math.max(1, shorter);
    }
}
