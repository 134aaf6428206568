package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.history.Grouping;
import ai.artenic.optimizer.domain.cost.history.MetricMoves;
import ai.artenic.optimizer.domain.cost.history.SpendRow;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;
import java.util.Optional;

/// Tells what jobs cost, summed by the day on which they ended: that of
/// [ai.artenic.optimizer.domain.cost.history.SpentAt]. Whatever the [OutcomeLog] of the
/// same store has kept is in the sums. Asking takes as long as there are days, however many outcomes they had.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface SpendingHistory {
    /// What each group spent on each day on which it had a job, by day, then by group.
    ///
    /// @param provider only of jobs that ran there
    List<SpendRow> daily(Days days, Grouping grouping, Optional<Provider> provider);

    /// How jobs that succeeded moved their metric, where they tell it from before and from after; by metric.
    ///
    /// @param provider only of jobs that ran there
    List<MetricMoves> metrics(Days days, Optional<Provider> provider);
}
