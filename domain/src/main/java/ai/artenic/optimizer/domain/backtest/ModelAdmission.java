package ai.artenic.optimizer.domain.backtest;

/// When a backtest lets a model take part in the hybrid ranker.
public enum ModelAdmission {
    /// If, on the training jobs' families left out one at a time, its picks cost no more and fail no more often
    /// than those by rule. A lighter check than the service's gate, which asks for more groups than a file has.
    CHECKED,
    /// Always.
    ALWAYS
}
