package ai.artenic.optimizer.domain.workload;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How the model is trained, as far as the user says.
///
/// @param activationCheckpointing whether activations are recomputed in the backward pass to save memory
/// @param zeroStage ZeRO / FSDP sharding stage, 0 to 3
/// @param mixedPrecision whether 16-bit training keeps 32-bit master weights (autocast, DeepSpeed, FSDP)
/// @param flashAttention whether attention scores are never stored
/// @param tokensB training tokens in billions, over all epochs, > 0
public record TrainingSetup(
        Optional<Method> method,
        Optional<Optimizer> optimizer,
        Optional<Boolean> activationCheckpointing,
        OptionalInt zeroStage,
        OptionalInt gradientAccumulation,
        Optional<Boolean> mixedPrecision,
        Optional<Boolean> flashAttention,
        OptionalDouble tokensB) {
    public static final TrainingSetup UNSTATED = new TrainingSetup(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty());

    public TrainingSetup {
        if (!(tokensB.orElse(1) > 0) || Double.isInfinite(tokensB.orElse(1))) {
            throw new IllegalArgumentException("TrainingSetup tokensB must be finite and above 0, was " + tokensB);
        }
        if (zeroStage.orElse(0) < 0 || zeroStage.orElse(0) > 3 || gradientAccumulation.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "TrainingSetup needs a zeroStage of 0 to 3 and a gradientAccumulation of " + "at least 1, was "
                            + zeroStage + " and " + gradientAccumulation);
        }
    }
}
