package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.sweep.SweepPlan;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One plan of a sweep. Prices are of one node, `full_trial_hours` of one trial that is not pruned; the other hours
/// and the cost are of the whole sweep.
public record SweepPlanJson(
        String provider,
        String instanceType,
        String region,
        @Nullable String zone,
        boolean isSpot,
        int nodeCount,
        @Nullable Double vcpus,
        @Nullable Double memoryGb,
        @Nullable String gpuType,
        double gpuCount,
        @Nullable Double gpuMemoryGb,
        BigDecimal pricePerHourEur,
        BigDecimal onDemandPricePerHourEur,
        @Nullable BigDecimal spotPricePerHourEur,
        Provenance.Source priceSource,
        Instant priceObservedAt,
        int trials,
        int parallel,
        RangeJson fullTrialHours,
        double expectedTrialHours,
        double wallHours,
        EurRangeJson costEur) {

    static SweepPlanJson from(SweepPlan plan) {
        InstanceRecommendation candidate = plan.candidate();
        Offer offer = candidate.offer();
        Hardware hardware = Hardware.of(offer.machine());
        return new SweepPlanJson(
                offer.id().provider().key(),
                offer.id().instanceType(),
                offer.id().region(),
                offer.id().zone().orElse(null),
                candidate.isSpot(),
                candidate.nodeCount(),
                hardware.vcpus(),
                hardware.memoryGb(),
                hardware.gpuType(),
                hardware.gpuCount(),
                hardware.gpuMemoryGb(),
                Money.of(candidate.pricePerHour()),
                Money.of(offer.onDemand()),
                Money.of(offer.spot()),
                offer.provenance().source(),
                offer.provenance().observedAt(),
                plan.trials(),
                plan.parallel(),
                RangeJson.from(candidate.estimatedHours(), Hours::value),
                plan.trialHours().value(),
                plan.wallHours().value(),
                EurRangeJson.from(plan.cost()));
    }
}
