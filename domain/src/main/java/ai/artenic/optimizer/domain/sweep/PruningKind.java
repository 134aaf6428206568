package ai.artenic.optimizer.domain.sweep;

/// The names of the prunings on the wire, where a pruning is an object with its `kind`.
public enum PruningKind {
    NONE,
    MEDIAN,
    SUCCESSIVE_HALVING
}
