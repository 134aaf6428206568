package ai.artenic.optimizer.domain.workload;

/// Number format of the training arithmetic. Ids are model features: stable, never reused.
public enum Precision {
    FP32(0),
    FP16(1),
    BF16(2),
    TF32(3),
    FP8(4),
    INT8(5);

    private final int id;

    Precision(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }
}
