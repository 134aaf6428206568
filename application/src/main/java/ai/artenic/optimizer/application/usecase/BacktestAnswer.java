package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.backtest.BacktestFigures;
import ai.artenic.optimizer.domain.backtest.JobOrder;
import ai.artenic.optimizer.domain.backtest.RankerName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of a backtest.
///
/// @param rankers in their order
/// @param unusable number of rows that could not be used, by reason
public record BacktestAnswer(SortedMap<RankerName, Replayed> rankers, SortedMap<String, Integer> unusable) {
    public BacktestAnswer {
        rankers = Collections.unmodifiableSortedMap(new TreeMap<>(rankers));
        unusable = Collections.unmodifiableSortedMap(new TreeMap<>(unusable));
    }

    /// How one ranker did.
    ///
    /// @param orders one a workload; of repeated jobs those of the last turn
    public record Replayed(BacktestFigures figures, List<JobOrder> orders) {
        public Replayed {
            orders = List.copyOf(orders);
        }
    }
}
