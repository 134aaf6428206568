package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One ranked candidate. Prices are of one node, costs of the whole job; `features` is there only if asked for.
public record RankedJson(
        int rank,
        @JsonUnwrapped PlacementJson placement,
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
        return new RankedJson(
                ranked.rank(),
                PlacementJson.from(ranked.offer(), ranked.isSpot(), ranked.nodeCount(), ranked.pricePerHour()),
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
