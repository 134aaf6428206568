package ai.artenic.optimizer.domain.outcome;

/// What a ranking model is taught to call good.
public enum LabelPolicy {
    /// The outcome label: actual against predicted.
    OUTCOME,
    /// The regret label: actual cost against the best known of the query group.
    REGRET
}
