package ai.artenic.optimizer.adapters.pricing.fetch;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.time.Duration;

/// Breaks off a step that takes too long.
final class Deadline {
    private final Duration most;
    private final FailsafeExecutor<Object> executor;

    Deadline(Duration most) {
        this.most = most;
        this.executor = Failsafe.with(Timeout.builder(most).withInterrupt().build());
    }

    /// What comes of the step.
    ///
    /// @throws TransientException if it takes too long
    <T> T within(CheckedSupplier<T> step) throws IOException, InterruptedException {
        try {
            return executor.get(step);
        } catch (TimeoutExceededException e) {
            throw new TransientException("said nothing for " + Patience.shown(most));
        } catch (FailsafeException e) {
            switch (e.getCause()) {
                case IOException broken -> throw broken;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw e;
            }
        }
    }
}
