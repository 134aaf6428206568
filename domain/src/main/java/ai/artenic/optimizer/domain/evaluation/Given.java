package ai.artenic.optimizer.domain.evaluation;

/// How much of a measured row the estimator is told.
public enum Given {
    /// Everything the row states.
    ALL,
    /// How the model is trained, but of its architecture only the parameter count.
    SETUP,
    /// Only parameters, samples per GPU and precision.
    PARAMS
}
