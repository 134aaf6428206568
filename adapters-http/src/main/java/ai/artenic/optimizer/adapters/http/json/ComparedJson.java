package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.cost.compare.CostComparison.Compared;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A candidate side by side with others. Prices are of one node, costs of the whole job; `carbon_gco2e` is
/// the grams of CO2 equivalent of the whole job, null where region or power is not known.
public record ComparedJson(
        String id,
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
        RangeJson estimatedHours,
        EurRangeJson estimatedCostEur,
        @Nullable RangeJson gpuMemoryRequiredGb,
        double pPreemptedDuringJob,
        @Nullable Double carbonGco2e) {

    static ComparedJson from(Compared compared) {
        CostedCandidate candidate = compared.costed();
        Offer offer = candidate.offer();
        Hardware hardware = Hardware.of(offer.machine());
        return new ComparedJson(
                candidate.name(),
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
                RangeJson.from(candidate.estimatedHours(), Hours::value),
                EurRangeJson.from(candidate.estimatedCost()),
                candidate
                        .gpuMemoryRequired()
                        .map(need -> RangeJson.from(need, GigaBytes::value))
                        .orElse(null),
                candidate.interrupted(),
                Hardware.orNull(compared.carbonGrams()));
    }
}
