package ai.artenic.optimizer.adapters.pricing.fetch;

import java.time.Duration;

/// How patient the web is with one provider.
///
/// @param connect time until a connection stands
/// @param attempt time for one attempt, the whole body included
/// @param attempts made before giving up
/// @param firstWait most that is waited after the first failure; doubles with each, to `longestWait`
/// @param longestWait most that is waited at all, even where a server asks for more
/// @param failures in a row after which the provider is left alone
/// @param rest how long it is then left alone
public record Limits(
        Duration connect,
        Duration attempt,
        int attempts,
        Duration firstWait,
        Duration longestWait,
        int failures,
        Duration rest) {
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            5,
            Duration.ofMinutes(5));
}
