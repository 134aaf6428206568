package ai.artenic.optimizer.domain.cost.history;

/// By what spending is told apart.
public enum Grouping {
    PROVIDER,
    /// Of each provider apart: two may sell machines of one name.
    INSTANCE_TYPE,
    /// Of each provider apart.
    REGION,
    NONE
}
