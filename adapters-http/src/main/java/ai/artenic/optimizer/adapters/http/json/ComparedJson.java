package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.cost.compare.CostComparison.Compared;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A candidate side by side with others. Prices are of one node, costs of the whole job; `carbon_gco2e` is
/// the grams of CO2 equivalent of the whole job, null where region or power is not known.
public record ComparedJson(
        String id,
        @JsonUnwrapped PlacementJson placement,
        RangeJson estimatedHours,
        EurRangeJson estimatedCostEur,
        @Nullable RangeJson gpuMemoryRequiredGb,
        double pPreemptedDuringJob,
        @Nullable Double carbonGco2e) {

    static ComparedJson from(Compared compared) {
        CostedCandidate candidate = compared.costed();
        return new ComparedJson(
                candidate.name(),
                PlacementJson.from(
                        candidate.offer(), candidate.isSpot(), candidate.nodeCount(), candidate.pricePerHour()),
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
