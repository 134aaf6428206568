package ai.artenic.optimizer.adapters.pricing.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads the header `Retry-After`: seconds, or a moment (RFC 9110, 10.2.3).
final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /// How long to wait from `now` on, at most 10^9 s; empty if the text is neither.
    static Optional<Duration> parse(String text, Instant now) {
        String asked = text.strip();
        if (asked.matches("[0-9]+")) {
            return Optional.of(
                    Duration.ofSeconds(asked.length() > MOST_DIGITS ? 1_000_000_000 : Long.parseLong(asked)));
        }
        try {
            Instant until = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
