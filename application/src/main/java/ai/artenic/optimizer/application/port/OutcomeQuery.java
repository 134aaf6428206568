package ai.artenic.optimizer.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Which outcomes to list.
///
/// @param success only jobs that succeeded, or only those that failed
/// @param recommendationId only those that followed this recommendation
/// @param since recorded from this moment on, inclusive
/// @param until recorded up to this moment, exclusive
/// @param before only those kept before the outcome of this id
/// @param limit most outcomes on the page, 1 to 500
public record OutcomeQuery(
        Optional<String> provider,
        Optional<Boolean> success,
        Optional<UUID> recommendationId,
        Optional<Instant> since,
        Optional<Instant> until,
        OptionalLong before,
        int limit) {
    public OutcomeQuery {
        if (limit < 1 || limit > HistoryQuery.MOST_ITEMS) {
            throw new IllegalArgumentException("limit must be 1 to " + HistoryQuery.MOST_ITEMS + ", was " + limit);
        }
    }
}
