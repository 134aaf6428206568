package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.SweepAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans of a sweep, cheapest first. Where none keeps within the limits, `plans` is empty and `nearest_feasible` is
/// what comes nearest; else it is null.
public record SweepJson(
        String catalogSnapshotId,
        Instant asOf,
        List<String> degraded,
        List<String> assumptions,
        List<SweepPlanJson> plans,
        @Nullable NearestJson nearestFeasible) {

    /// A plan of fewer trials than were asked for. `changed` says why, as in `trials 100 -> 41: budget 50 EUR`.
    public record NearestJson(int trials, String changed, SweepPlanJson plan) {}

    public static SweepJson from(SweepAnswer.Planned answer) {
        return from(
                answer.basis(), answer.plans().stream().map(SweepPlanJson::from).toList(), null);
    }

    public static SweepJson from(SweepAnswer.BeyondLimits answer) {
        return from(
                answer.basis(),
                List.of(),
                new NearestJson(answer.nearest().trials(), answer.changed(), SweepPlanJson.from(answer.nearest())));
    }

    private static SweepJson from(
            SweepAnswer.Basis basis, List<SweepPlanJson> plans, @Nullable NearestJson nearestFeasible) {
        return new SweepJson(
                basis.catalogSnapshotId(), basis.asOf(), basis.degraded(), basis.assumptions(), plans, nearestFeasible);
    }
}
