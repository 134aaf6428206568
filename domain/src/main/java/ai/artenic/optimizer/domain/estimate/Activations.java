package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;

/// Bytes of activations, and of logits where there is a vocabulary, on each GPU.
///
/// Sources: Korthikanti et al. 2022, "Reducing Activation Recomputation in Large Transformer Models" (34 s b h per
/// layer
/// in 16 bits, attention scores not stored); 595 measured vision models for the convolutional rule.
final class Activations {
    private static final double BYTES_PER_TOKEN_AND_WIDTH = 34;
    private static final double LOGIT_BYTES = 14;
    private static final double QLORA_FACTOR = 1.3;
    private static final double IMAGE_BYTES_PER_ROOT_MILLION = 20.7e6;

    private Activations() {}

    static double bytes(ModelProfile profile, double microBatch, boolean checkpointing) {
        double width = ModelStates.isFp32(profile.workload().precision()) ? 2 : 1;
        if (profile.architecture() == Architecture.TRANSFORMER) {
            return transformer(profile, microBatch * profile.sequenceLength(), checkpointing, width);
        }
        double rootMillions = Math.sqrt(profile.workload().modelParamsM());
        return switch (profile.architecture()) {
            case CNN, OTHER -> microBatch * IMAGE_BYTES_PER_ROOT_MILLION * rootMillions * width;
            case RNN -> microBatch * profile.sequenceLength() * 32e3 * rootMillions * width;
            case MLP, TREE, TRANSFORMER -> microBatch * 200e3 * rootMillions * width;
        };
    }

    private static double transformer(ModelProfile profile, double tokens, boolean checkpointing, double width) {
        double layer = BYTES_PER_TOKEN_AND_WIDTH * tokens * profile.hidden() * width;
        double stored = checkpointing
                ? 2 * tokens * profile.hidden() * profile.layers() * width + 1.3 * layer
                : layer * profile.layers();
        double factor = profile.method() == Method.QLORA ? QLORA_FACTOR : 1;
        return factor * stored + LOGIT_BYTES * tokens * profile.vocabulary();
    }
}
