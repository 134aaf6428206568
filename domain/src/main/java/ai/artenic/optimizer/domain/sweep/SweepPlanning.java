package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.ranking.Ranking;
import java.util.List;

/// What a planner makes of a sweep.
public sealed interface SweepPlanning {
    /// Plans within all constraints.
    ///
    /// @param plans at least one, cheapest first
    /// @param assumptions in words, what the estimates took for granted
    record Planned(List<SweepPlan> plans, List<String> assumptions) implements SweepPlanning {
        public Planned {
            plans = List.copyOf(plans);
            assumptions = List.copyOf(assumptions);
        }
    }

    /// The workload can run, but no plan of so many trials keeps within budget, hours and price per hour.
    ///
    /// @param nearest the cheapest plan of the most trials that do; of one trial beyond the limits, if none
    ///     does
    /// @param changed in words, how it differs from what was asked, and why
    record BeyondLimits(SweepPlan nearest, String changed, List<String> assumptions) implements SweepPlanning {
        public BeyondLimits {
            assumptions = List.copyOf(assumptions);
        }
    }

    /// The workload can run nowhere, however few the trials.
    record Nowhere(Ranking.Empty reasons) implements SweepPlanning {}
}
