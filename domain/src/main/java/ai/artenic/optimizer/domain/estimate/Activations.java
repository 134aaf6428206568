package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;

/// Bytes of activations, and of logits where there is a vocabulary, on each GPU.
///
/// Sources: Korthikanti et al. 2022, "Reducing Activation Recomputation in Large Transformer Models", with the
/// factors on its terms fitted to 143 measured peaks of language models; 595 measured vision models for the
/// convolutional rule.
final class Activations {
    /// Eager cross-entropy: 16-bit logits, their 32-bit copy, log-softmax, its gradient, and that in 16 bits.
    private static final double LOGIT_BYTES = 16;
    private static final double GATED_FACTOR = 0.8;
    private static final double PLAIN_FACTOR = 0.6;
    private static final double QLORA_FACTOR = 1.3;
    /// One layer is alive in full while it is recomputed, with its gradients.
    private static final double RECOMPUTED_LAYERS = 1.5;
    private static final double SCORE_BYTES = 2.5;
    private static final double BYTES_PER_CONVOLUTION_OUTPUT = 5;
    private static final double IMAGE_BYTES_PER_ROOT_MILLION = 20.7e6;

    private Activations() {}

    static double bytes(ModelProfile profile, MemorySetup setup) {
        double width = ModelStates.isFp32(profile.workload().precision()) ? 2 : 1;
        if (profile.architecture() == Architecture.TRANSFORMER) {
            return transformer(profile, setup, width);
        }
        return setup.microBatch() * width * bytesPerSample(profile);
    }

    /// Bytes that a sample leaves for the backward pass in 16 bits.
    private static double bytesPerSample(ModelProfile profile) {
        double rootMillions = Math.sqrt(profile.workload().modelParamsM());
        return switch (profile.architecture()) {
            case CNN, OTHER ->
                profile.workload().shape().forwardPass().activationsM().stream()
                        .map(outputs -> outputs * 1e6 * BYTES_PER_CONVOLUTION_OUTPUT)
                        .findFirst()
                        .orElse(IMAGE_BYTES_PER_ROOT_MILLION * rootMillions);
            case RNN -> profile.sequenceLength() * 32e3 * rootMillions;
            case MLP, TREE, TRANSFORMER -> 200e3 * rootMillions;
        };
    }

    private static double transformer(ModelProfile profile, MemorySetup setup, double width) {
        double tokens = setup.microBatch() * setup.sequenceLength();
        double layer = tokens * layerBytesPerToken(profile, setup) * width;
        double boundaries = 2 * tokens * profile.hidden() * profile.layers() * width;
        double stored = setup.checkpointing() ? boundaries + RECOMPUTED_LAYERS * layer : layer * profile.layers();
        return stored + LOGIT_BYTES * tokens * setup.vocabulary();
    }

    /// Bytes per token of one layer in 16 bits: `18 h` of attention and norms, `8 h` of keys and values where they
    /// are not shared, `8 f` of a gated or `4 f` of a plain feed-forward part; `5 a s / 2` where scores are stored.
    private static double layerBytesPerToken(ModelProfile profile, MemorySetup setup) {
        ModelProfile.Block block = profile.block();
        double attention = (18 + 8 * block.keyValueShare()) * profile.hidden();
        double feedForward = (block.gated() ? 8 : 4) * block.intermediate();
        boolean storesScores = !profile.workload().setup().flashAttention().orElse(true);
        double scores = storesScores ? SCORE_BYTES * block.heads() * setup.sequenceLength() : 0;
        double layer = (attention + feedForward) * (block.gated() ? GATED_FACTOR : PLAIN_FACTOR) + scores;
        return setup.method() == Method.QLORA ? layer * QLORA_FACTOR : layer;
    }
}
