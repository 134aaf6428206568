package ai.artenic.optimizer.domain.cost.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The lengths of time that spending is summed over; days are those of UTC.
public enum Period {
    DAY,
    /// From Monday on, as in ISO 8601.
    WEEK,
    /// A month of the calendar.
    MONTH;

    /// The first day of the period that has this day.
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /// The first day of the period after the one that starts on this day.
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }
}
