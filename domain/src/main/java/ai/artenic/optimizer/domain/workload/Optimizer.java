package ai.artenic.optimizer.domain.workload;

/// Optimiser whose state must be kept beside the parameters.
public enum Optimizer {
    ADAMW,
    ADAM,
    ADAMW_8BIT,
    ADAFACTOR,
    LION,
    SGD
}
