package ai.artenic.optimizer.domain.workload;

import java.util.Optional;
import java.util.OptionalInt;

/// What is known of the model beyond its parameter count; every gap widens an estimate.
public record ModelShape(
        Optional<Architecture> architecture,
        OptionalInt sequenceLength,
        OptionalInt numLayers,
        OptionalInt hiddenSize,
        OptionalInt vocabSize) {
    public static final ModelShape UNSTATED = new ModelShape(
            Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
