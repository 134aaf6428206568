package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.backtest.ColdBacktest.Settings;
import ai.artenic.optimizer.domain.backtest.RankerName;
import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import java.util.List;
import java.util.Set;

/// What to replay.
///
/// @param rankers to compare; at least one
public record BacktestRequest(Replay replay, Set<RankerName> rankers, Settings settings) {
    public BacktestRequest {
        rankers = Set.copyOf(rankers);
        if (rankers.isEmpty()) {
            throw new IllegalArgumentException("BacktestRequest needs a ranker");
        }
    }

    /// How jobs are replayed.
    public sealed interface Replay {
        /// Families are held out in turns: what is ranked never ran.
        record Cold(List<MeasuredRow> rows) implements Replay {
            public Cold {
                rows = List.copyOf(rows);
            }
        }

        /// The jobs of one part teach, those of the other are ranked.
        record Split(List<MeasuredRow> train, List<MeasuredRow> test) implements Replay {
            public Split {
                train = List.copyOf(train);
                test = List.copyOf(test);
            }
        }

        /// Each job runs `outcomes + 1` times; the outcome of each pick is revealed.
        ///
        /// @param explores whether placements may be tried for what they teach
        record Online(List<MeasuredRow> rows, int outcomes, boolean explores) implements Replay {
            public Online {
                rows = List.copyOf(rows);
                if (outcomes < 1) {
                    throw new IllegalArgumentException("Online needs at least one outcome, was " + outcomes);
                }
            }
        }
    }
}
