package ai.artenic.optimizer.domain.cost.history;

import ai.artenic.optimizer.domain.offer.Provider;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which spending to sum up, and how finely.
///
/// @param provider only of jobs that ran there; of all if empty
public record SpendingQuestion(Days days, Period period, Grouping grouping, Optional<Provider> provider) {
    /// Most periods of one answer.
    public static final int PERIODS_MOST = 1000;

    /// What is wrong with the period, in words to follow the name `period`.
    public static Optional<String> fault(Days days, Period period) {
        return starts(days, period).size() > PERIODS_MOST
                ? Optional.of("must cut from .. to into at most " + PERIODS_MOST + " pieces; take a longer one")
                : Optional.empty();
    }

    /// The first days of the periods that have some of the days; the first may begin before them.
    List<LocalDate> starts() {
        return starts(days, period);
    }

    private static List<LocalDate> starts(Days days, Period period) {
        var starts = new ArrayList<LocalDate>();
        for (LocalDate start = period.start(days.from()); start.isBefore(days.to()); start = period.next(start)) {
            starts.add(start);
        }
        return starts;
    }
}
