package ai.artenic.optimizer.domain.outcome;

/// Why a job failed.
public enum FailureKind {
    /// It ran out of memory.
    OOM(true),
    /// Its own code failed.
    ERROR(false),
    /// It did not end in time.
    TIMEOUT(true),
    /// The provider had none of the instances left, or took them back.
    CAPACITY(true),
    /// Somebody stopped it.
    CANCELLED(false);

    private final boolean ofTheInstance;

    FailureKind(boolean ofTheInstance) {
        this.ofTheInstance = ofTheInstance;
    }

    /// Whether another instance might have fared better.
    public boolean isOfTheInstance() {
        return ofTheInstance;
    }
}
