package ai.artenic.optimizer.adapters.pricing.fetch;

import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import java.time.Duration;

/// How patient the web is with one provider.
///
/// @param connect time until a connection stands
/// @param silence time in which nothing comes, neither the beginning of an answer nor more of its body
/// @param attempt time for the body of an answer, unless it comes at more than `slowest`
/// @param slowest bytes per second that a body must come at on average after `attempt`
/// @param attempts made before giving up
/// @param firstWait most that is waited after the first failure; doubles with each, to `longestWait`
/// @param longestWait most that is waited at all, even where a server asks for more
/// @param failures in a row after which the provider is left alone
/// @param rest how long it is then left alone
public record Limits(
        Duration connect,
        Duration silence,
        Duration attempt,
        int slowest,
        int attempts,
        Duration firstWait,
        Duration longestWait,
        int failures,
        Duration rest) {
    /// A list of 400 MB may take half an hour, a drip ends after two minutes.
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            256 << 10,
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            5,
            Duration.ofMinutes(5));

    /// The same where the operator sets no `timeout`. With one, that is the longest silence, and an attempt may take
    /// four times as long.
    ///
    /// @throws java.time.DateTimeException if it is no duration
    Limits as(SourceSettings settings) {
        return settings.text(SourceSettings.TIMEOUT)
                .map(Duration::parse)
                .map(most -> new Limits(
                        connect, most, most.multipliedBy(4), slowest, attempts, firstWait, longestWait, failures, rest))
                .orElse(this);
    }
}
