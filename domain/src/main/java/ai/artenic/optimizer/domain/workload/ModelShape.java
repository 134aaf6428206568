package ai.artenic.optimizer.domain.workload;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What is known of the model beyond its parameter count; every gap widens an estimate.
///
/// @param sequenceLength tokens per sample
/// @param numLayers transformer blocks
/// @param hiddenSize width of the model
/// @param vocabSize output classes of a language model
/// @param block inside of a transformer block
/// @param forwardPass work of one sample, for models that are not transformers
/// @param activeParamsM parameters in millions that each token passes (mixture of experts); all where unstated
public record ModelShape(
        Optional<Architecture> architecture,
        OptionalInt sequenceLength,
        OptionalInt numLayers,
        OptionalInt hiddenSize,
        OptionalInt vocabSize,
        TransformerBlock block,
        ForwardPass forwardPass,
        OptionalDouble activeParamsM) {
    public static final ModelShape UNSTATED = new ModelShape(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            TransformerBlock.UNSTATED,
            ForwardPass.UNSTATED,
            OptionalDouble.empty());
}
