package ai.artenic.optimizer.domain.workload;

/// Family of model that is trained.
public enum Architecture {
    TRANSFORMER,
    CNN,
    RNN,
    MLP,
    TREE,
    OTHER
}
