package ai.artenic.optimizer.domain.ranking;

/// What the user wants most. Each goal has its own [Weights].
public enum Goal {
    COST,
    BALANCED,
    PERFORMANCE
}
