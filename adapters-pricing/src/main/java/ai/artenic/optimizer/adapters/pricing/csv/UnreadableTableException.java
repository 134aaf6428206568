package ai.artenic.optimizer.adapters.pricing.csv;

/// A file that is not a price table; the message says why in one line.
public final class UnreadableTableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableTableException(String message) {
        super(message);
    }
}
