package ai.artenic.optimizer.domain.cost.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Days of UTC in a row.
///
/// @param from the first
/// @param to the one after the last, later than `from`
public record Days(LocalDate from, LocalDate to) {
    /// How many days are looked at where nobody says.
    public static final int USUAL = 30;

    private static final int YEARS_MOST = 10;

    public Days {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Days from " + from + " to " + to + " are none");
        }
    }

    /// What is wrong with these ends, in words to follow the name `from`.
    public static Optional<String> fault(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return Optional.of("must lie before to, was " + from + " and to " + to);
        }
        return from.plusYears(YEARS_MOST).isBefore(to)
                ? Optional.of("must be at most " + YEARS_MOST + " years before to, was " + from + " and to " + to)
                : Optional.empty();
    }

    /// The first day: that of the moment, else [#USUAL] days before the end.
    public static LocalDate first(Optional<Instant> from, LocalDate to) {
        return from.map(Days::of).orElseGet(() -> to.minusDays(USUAL));
    }

    /// The day after the last: the last one has something before the moment, or is today.
    public static LocalDate end(Optional<Instant> to, Instant now) {
        return to.map(moment -> of(moment.minusNanos(1)))
                .orElseGet(() -> of(now))
                .plusDays(1);
    }

    /// The day that has this moment.
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /// When the first day begins.
    public Instant start() {
        return from.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /// When the last day is over.
    public Instant end() {
        return to.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
