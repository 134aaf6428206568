package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.cost.compare.CostComparison;
import java.time.Instant;
import java.util.List;

/// What a workload would cost at each provider.
public sealed interface CompareAnswer {
    /// At least one candidate is admitted.
    ///
    /// @param asOf when it was made
    /// @param degraded in words, what was not as good as it should be
    record Compared(String catalogSnapshotId, Instant asOf, List<String> degraded, CostComparison comparison)
            implements CompareAnswer {
        public Compared {
            degraded = List.copyOf(degraded);
        }
    }

    /// The workload fits no machine within the constraints.
    record NoFeasibleOffer(RecommendAnswer.NoFeasibleOffer reasons) implements CompareAnswer {}
}
