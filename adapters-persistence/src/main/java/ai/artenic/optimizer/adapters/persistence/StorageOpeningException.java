package ai.artenic.optimizer.adapters.persistence;

/// The storage cannot be opened, for a reason outside the program. The message is one line for the operator: what is
/// wrong and what to do about it. It carries no stack trace.
public final class StorageOpeningException extends Exception {
    private static final long serialVersionUID = 1L;

    public StorageOpeningException(String message) {
        super(message, null, false, false);
    }

    public StorageOpeningException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
