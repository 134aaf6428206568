package ai.artenic.optimizer.adapters.pricing.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// An attempt failed in a way that another may not.
final class TransientException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> wait;

    TransientException(String message) {
        super(message);
        this.wait = Optional.empty();
    }

    private TransientException(String message, Duration wait) {
        super(message);
        this.wait = Optional.of(wait);
    }

    /// The server cannot answer now.
    ///
    /// @param wait what it asks to wait, if it does
    static TransientException busy(int status, Optional<Duration> wait) {
        String answered = "answered " + status;
        return wait.map(asked ->
                        new TransientException(answered + " and asks to wait for " + Patience.shown(asked), asked))
                .orElseGet(() -> new TransientException(answered));
    }

    Optional<Duration> requestedWait() {
        return wait;
    }
}
