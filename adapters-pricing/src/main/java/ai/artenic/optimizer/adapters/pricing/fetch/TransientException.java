package ai.artenic.optimizer.adapters.pricing.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// An attempt failed in a way that another may not.
final class TransientException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> wait;

    /// @param wait what the server asks to wait, if it does
    TransientException(String message, Optional<Duration> wait) {
        super(message);
        this.wait = wait;
    }

    Optional<Duration> requestedWait() {
        return wait;
    }
}
