package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One ranked candidate. Prices are of one node, costs of the whole job; `features` is there only if asked for.
public record RankedJson(
        int rank,
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
        double score,
        ScorePartsJson scoreParts,
        double confidence,
        List<String> explanation,
        FirstIfJson firstIf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FeaturesJson features) {

    static RankedJson from(InstanceRecommendation ranked) {
        return from(ranked, null);
    }

    static RankedJson withFeatures(InstanceRecommendation ranked) {
        return from(ranked, FeaturesJson.from(ranked.features()));
    }

    private static RankedJson from(InstanceRecommendation ranked, @Nullable FeaturesJson features) {
        Offer offer = ranked.offer();
        Hardware hardware = Hardware.of(offer.machine());
        return new RankedJson(
                ranked.rank(),
                offer.id().provider().key(),
                offer.id().instanceType(),
                offer.id().region(),
                offer.id().zone().orElse(null),
                ranked.isSpot(),
                ranked.nodeCount(),
                hardware.vcpus(),
                hardware.memoryGb(),
                hardware.gpuType(),
                hardware.gpuCount(),
                hardware.gpuMemoryGb(),
                Money.of(ranked.pricePerHour()),
                Money.of(offer.onDemand()),
                Money.of(offer.spot()),
                offer.provenance().source(),
                offer.provenance().observedAt(),
                RangeJson.from(ranked.estimatedHours(), Hours::value),
                EurRangeJson.from(ranked.estimatedCost()),
                ranked.gpuMemoryRequired()
                        .map(need -> RangeJson.from(need, GigaBytes::value))
                        .orElse(null),
                ranked.score(),
                ScorePartsJson.from(ranked.parts()),
                ranked.confidence(),
                ranked.explanation(),
                new FirstIfJson(Money.of(ranked.firstIf())),
                features);
    }
}
