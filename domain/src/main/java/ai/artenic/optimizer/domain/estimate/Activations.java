package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;

/// Bytes of activations, and of logits where there is a vocabulary, on each GPU.
///
/// Sources: Korthikanti et al. 2022, "Reducing Activation Recomputation in Large Transformer Models", with the
/// [MemoryFactors] on its terms; 595 measured vision models for the convolutional rule.
final class Activations {
    private static final double BYTES_PER_CONVOLUTION_OUTPUT = 5;
    private static final double IMAGE_BYTES_PER_ROOT_MILLION = 20.7e6;

    private Activations() {}

    static double bytes(ModelProfile profile, MemorySetup setup, MemoryFactors factors) {
        double width = ModelStates.isFp32(profile.workload().precision()) ? 2 : 1;
        if (profile.architecture() == Architecture.TRANSFORMER) {
            return transformer(profile, setup, factors, width);
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

    private static double transformer(ModelProfile profile, MemorySetup setup, MemoryFactors factors, double width) {
        double tokens = setup.microBatch() * setup.sequenceLength();
        double layer = tokens * layerBytesPerToken(profile, setup, factors) * width;
        double boundaries = 2 * tokens * profile.hidden() * profile.layers() * width;
        double stored =
                setup.checkpointing() ? boundaries + factors.recomputedLayers() * layer : layer * profile.layers();
        return stored + factors.logitBytes() * tokens * setup.vocabulary();
    }

    /// Bytes per token of one layer in 16 bits: `18 h` of attention and norms, `8 h` of keys and values where they
    /// are not shared, `8 f` of a gated or `4 f` of a plain feed-forward part; `5 a s / 2` where scores are stored.
    private static double layerBytesPerToken(ModelProfile profile, MemorySetup setup, MemoryFactors factors) {
        ModelProfile.Block block = profile.block();
        double attention = (18 + 8 * block.keyValueShare()) * profile.hidden();
        double feedForward = (block.gated() ? 8 : 4) * block.intermediate();
        boolean storesScores = !profile.workload().setup().flashAttention().orElse(true);
        double scores = storesScores ? factors.scoreBytes() * block.heads() * setup.sequenceLength() : 0;
        double layer = (attention + feedForward) * (block.gated() ? factors.gated() : factors.plain()) + scores;
        return setup.method() == Method.QLORA ? layer * factors.quantised() : layer;
    }
}
