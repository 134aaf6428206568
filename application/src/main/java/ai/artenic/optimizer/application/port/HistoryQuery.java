package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.ranking.Mode;
import java.time.Instant;
import java.util.Optional;

/// Which recommendations to list.
///
/// @param provider only those whose first recommendation is of this provider
/// @param since from this moment on, inclusive
/// @param until up to this moment, exclusive
/// @param hasOutcome only those that an outcome followed, or only those that none did
/// @param after only those that come after this position in the order of the list
/// @param limit most recommendations on the page, 1 to 500
public record HistoryQuery(
        Optional<String> provider,
        Optional<Mode> mode,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Boolean> hasOutcome,
        Optional<HistoryPosition> after,
        int limit) {
    public static final int MOST_ITEMS = 500;
    public static final int DEFAULT_ITEMS = 50;

    /// Whether or not an outcome followed.
    public HistoryQuery(
            Optional<String> provider,
            Optional<Mode> mode,
            Optional<Instant> since,
            Optional<Instant> until,
            Optional<HistoryPosition> after,
            int limit) {
        this(provider, mode, since, until, Optional.empty(), after, limit);
    }

    public HistoryQuery {
        if (limit < 1 || limit > MOST_ITEMS) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ITEMS + ", was " + limit);
        }
    }
}
