package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import java.util.Comparator;

/// Where a sweep could run, on how many machines at once, how long it takes and what it costs.
///
/// @param candidate the offer, with hours and cost of one trial in full; interruptions of spot are in them
/// @param parallel trials that run at once, each on all nodes of a candidate of its own
/// @param trialHours expected hours of all trials together
/// @param wallHours expected hours from the first trial's start to the last one's end
/// @param cost of all trials together; `low` and `high` follow the width of a trial's hours, and `high` also counts
///     on the least that the pruning can save
public record SweepPlan(
        InstanceRecommendation candidate,
        int trials,
        int parallel,
        Hours trialHours,
        Hours wallHours,
        Interval<Eur> cost) {
    /// Cheapest first, then soonest over, then by offer; purchase option and nodes make the order total.
    static final Comparator<SweepPlan> CHEAPEST_FIRST = Comparator.<SweepPlan, Eur>comparing(
                    plan -> plan.cost().expected())
            .thenComparing(SweepPlan::wallHours)
            .thenComparing(plan -> plan.candidate().offer().id())
            .thenComparing(plan -> plan.candidate().isSpot())
            .thenComparingInt(plan -> plan.candidate().nodeCount());
}
