package ai.artenic.optimizer.domain.workload;

/// Training framework. Ids are model features: stable, never reused.
public enum Framework {
    PYTORCH(0, true),
    TENSORFLOW(1, true),
    JAX(2, true),
    SKLEARN(3, false),
    XGBOOST(4, false),
    LIGHTGBM(5, false),
    SPARK(6, false),
    DASK(7, false),
    OTHER(8, false);

    private final int id;
    private final boolean neural;

    Framework(int id, boolean neural) {
        this.id = id;
        this.neural = neural;
    }

    public int id() {
        return id;
    }

    /// Whether the framework mainly trains neural networks.
    public boolean isNeural() {
        return neural;
    }
}
