package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.sweep.SweepPlan;
import java.time.Instant;
import java.util.List;

/// The answer to where a sweep should run.
public sealed interface SweepAnswer {
    /// What an answer with a plan stands on.
    ///
    /// @param asOf when it was made
    /// @param degraded in words, what was not as good as it should be
    /// @param assumptions in words, what the estimates took for granted
    record Basis(String catalogSnapshotId, Instant asOf, List<String> degraded, List<String> assumptions) {
        public Basis {
            degraded = List.copyOf(degraded);
            assumptions = List.copyOf(assumptions);
        }
    }

    /// Plans within all limits, cheapest first; at least one.
    record Planned(Basis basis, List<SweepPlan> plans) implements SweepAnswer {
        public Planned {
            plans = List.copyOf(plans);
        }
    }

    /// No plan keeps within budget, hours and price per hour.
    ///
    /// @param nearest the plan that comes nearest, of fewer trials
    /// @param changed in words, how it differs from what was asked, and why
    record BeyondLimits(Basis basis, SweepPlan nearest, String changed) implements SweepAnswer {}

    /// The workload fits no machine, whatever the limits.
    record NoFeasibleOffer(RecommendAnswer.NoFeasibleOffer reasons) implements SweepAnswer {}
}
