package ai.artenic.optimizer.adapters.pricing.spi;

/// A price source could not be read. The message says why, in one line and without secrets.
public final class UnreadableSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableSourceException(String message) {
        super(message);
    }

    public UnreadableSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
