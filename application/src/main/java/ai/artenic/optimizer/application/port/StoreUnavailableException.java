package ai.artenic.optimizer.application.port;

/// The store cannot be reached, or did not answer in time. Caught once, at the edge.
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
