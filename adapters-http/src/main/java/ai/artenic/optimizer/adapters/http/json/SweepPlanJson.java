package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.sweep.SweepPlan;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// One plan of a sweep. Prices are of one node, `full_trial_hours` of one trial that is not pruned; the other hours
/// and the cost are of the whole sweep.
public record SweepPlanJson(
        @JsonUnwrapped PlacementJson placement,
        int trials,
        int parallel,
        RangeJson fullTrialHours,
        double expectedTrialHours,
        double wallHours,
        EurRangeJson costEur) {

    static SweepPlanJson from(SweepPlan plan) {
        InstanceRecommendation candidate = plan.candidate();
        return new SweepPlanJson(
                PlacementJson.from(
                        candidate.offer(), candidate.isSpot(), candidate.nodeCount(), candidate.pricePerHour()),
                plan.trials(),
                plan.parallel(),
                RangeJson.from(candidate.estimatedHours(), Hours::value),
                plan.trialHours().value(),
                plan.wallHours().value(),
                EurRangeJson.from(plan.cost()));
    }
}
