package ai.artenic.optimizer.adapters.persistence;

import java.time.Duration;

/// How connections to the database are shared and bounded.
///
/// @param connectionsMax most connections at once, 1 to 500
/// @param checkoutMax longest wait for a free connection, at least 250 ms
/// @param statementMax longest run of one statement, at least 100 ms
public record PoolSettings(int connectionsMax, Duration checkoutMax, Duration statementMax) {
    public static final PoolSettings DEFAULT = new PoolSettings(10, Duration.ofSeconds(3), Duration.ofSeconds(10));

    public PoolSettings {
        if (connectionsMax < 1 || connectionsMax > 500) {
            throw new IllegalArgumentException("connectionsMax must be 1 to 500, was " + connectionsMax);
        }
        if (checkoutMax.toMillis() < 250) {
            throw new IllegalArgumentException("checkoutMax must be at least 250 ms, was " + checkoutMax);
        }
        if (statementMax.toMillis() < 100) {
            throw new IllegalArgumentException("statementMax must be at least 100 ms, was " + statementMax);
        }
    }
}
