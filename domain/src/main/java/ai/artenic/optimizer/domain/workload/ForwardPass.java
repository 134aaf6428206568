package ai.artenic.optimizer.domain.workload;

import java.util.OptionalDouble;

/// What one sample costs on its way forward through the model, as model tables state it.
///
/// @param gmacs multiply-accumulates in billions
/// @param activationsM outputs of all convolutions (or linear layers) in millions
public record ForwardPass(OptionalDouble gmacs, OptionalDouble activationsM) {
    public static final ForwardPass UNSTATED = new ForwardPass(OptionalDouble.empty(), OptionalDouble.empty());
}
