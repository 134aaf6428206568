package ai.artenic.optimizer.adapters.pricing.fetch;

import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Tries again what may succeed later, with full jitter or after the time the server asks for, and leaves a
/// provider alone that cannot be reached again and again. One that answers, though not what was hoped for, can be.
final class Patience {
    private final Limits limits;
    private final RandomGenerator random;
    private final CircuitBreaker<Object> breaker;
    private final FailsafeExecutor<Object> executor;

    Patience(Limits limits, RandomGenerator random) {
        this.limits = limits;
        this.random = random;
        this.breaker = CircuitBreaker.builder()
                .handleIf(Patience::isUnreachable)
                .withFailureThreshold(limits.failures())
                .withSuccessThreshold(1)
                .withDelay(limits.rest())
                .build();
        RetryPolicy<Object> retry = RetryPolicy.builder()
                .handleIf(Patience::isWorthAnotherTry)
                .abortOn(this::asksForTooLong)
                .withMaxAttempts(limits.attempts())
                .withDelayFn(this::wait)
                .build();
        this.executor = Failsafe.with(breaker, retry);
    }

    /// What comes of the attempts.
    ///
    /// @param what is asked for, in words
    /// @throws UnreadableSourceException if none succeeds
    <T> T attempt(String what, CheckedSupplier<T> attempt) throws UnreadableSourceException {
        try {
            return executor.get(attempt);
        } catch (CircuitBreakerOpenException e) {
            throw new UnreadableSourceException(what + " is not asked for " + shown(breaker.getRemainingDelay())
                    + " after " + limits.failures() + " failures in a row");
        } catch (FailsafeException e) {
            throw unreadable(what, e.getCause() == null ? e : e.getCause());
        }
    }

    private static UnreadableSourceException unreadable(String what, Throwable cause) {
        if (cause instanceof InterruptedException || cause instanceof InterruptedIOException) {
            Thread.currentThread().interrupt(); // whoever reads more of this provider must stop, too
            return new UnreadableSourceException(what + " was broken off before it was read");
        }
        return cause instanceof UnreadableSourceException known
                ? known
                : new UnreadableSourceException(what + " " + Failures.inWords(cause), cause);
    }

    private static boolean isWorthAnotherTry(Throwable failure) {
        return failure instanceof IOException io && Failures.isTransient(io);
    }

    private static boolean isUnreachable(Throwable failure) {
        return failure instanceof IOException io && Failures.isOfTheWire(io);
    }

    private boolean asksForTooLong(Throwable failure) {
        return failure instanceof TransientException busy
                && busy.requestedWait()
                        .filter(asked -> asked.compareTo(limits.longestWait()) > 0)
                        .isPresent();
    }

    private Duration wait(ExecutionContext<Object> context) {
        return context.getLastException() instanceof TransientException busy
                ? busy.requestedWait().orElseGet(() -> jittered(context.getAttemptCount()))
                : jittered(context.getAttemptCount());
    }

    /// How long is waited after so many attempts where the server does not say.
    Duration jittered(int attempts) {
        double doubled = limits.firstWait().toMillis() * Math.pow(2, attempts - 1.0);
        double most = Math.min(doubled, (double) limits.longestWait().toMillis());
        return Duration.ofMillis((long) (random.nextDouble() * most));
    }

    static String shown(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
