package ai.artenic.optimizer.adapters.persistence;

/// The store cannot be opened for a reason outside the program; the message says why and what to do, in one line.
public final class StorageOpeningException extends Exception {
    private static final long serialVersionUID = 1L;

    public StorageOpeningException(String message) {
        super(message);
    }

    public StorageOpeningException(String message, Throwable cause) {
        super(message, cause);
    }
}
