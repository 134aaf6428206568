package ai.artenic.optimizer.adapters.persistence.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Moments as the database takes them.
public final class Moments {
    private static final Instant FIRST = Instant.parse("-4700-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("+294000-01-01T00:00:00Z");

    private Moments() {}

    /// The moment for a comparison: one beyond the database's calendar is its first or last.
    public static OffsetDateTime within(Instant moment) {
        Instant late = moment.isBefore(FIRST) ? FIRST : moment;
        return (late.isAfter(LAST) ? LAST : late).atOffset(ZoneOffset.UTC);
    }
}
