package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A ranking for a workload. `pareto` names the ranks no candidate of the catalogue beats in both cost and hours;
/// `frontier_truncated` tells that the frontier has more members than are listed; `exploration` is there where
/// exploration is on and the answer is kept.
public record RecommendationJson(
        UUID recommendationId,
        UUID queryId,
        String workloadHash,
        Goal goal,
        Mode mode,
        @Nullable String modelVersion,
        String catalogSnapshotId,
        Instant asOf,
        List<String> degraded,
        List<String> assumptions,
        int totalConsidered,
        int afterFilter,
        List<RejectionJson> rejected,
        List<RankedJson> recommendations,
        List<RankJson> pareto,
        boolean frontierTruncated,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExplorationJson exploration) {

    /// A place in the ranking.
    public record RankJson(int rank) {}

    public static RecommendationJson from(Recommendation recommendation) {
        return from(recommendation, RankedJson::from);
    }

    static RecommendationJson from(
            Recommendation recommendation, Function<InstanceRecommendation, RankedJson> candidate) {
        return new RecommendationJson(
                recommendation.id(),
                recommendation.queryId().value(),
                recommendation.workloadHash().hex(),
                recommendation.request().goal(),
                recommendation.mode(),
                recommendation.modelVersion().orElse(null),
                recommendation.catalogSnapshotId(),
                recommendation.asOf(),
                recommendation.degraded(),
                recommendation.assumptions(),
                recommendation.totalConsidered(),
                recommendation.afterFilter(),
                RejectionJson.from(recommendation.rejected()),
                recommendation.recommendations().stream().map(candidate).toList(),
                pareto(recommendation),
                recommendation.frontierTruncated(),
                recommendation.exploration().map(ExplorationJson::from).orElse(null));
    }

    private static List<RankJson> pareto(Recommendation recommendation) {
        return recommendation.recommendations().stream()
                .filter(InstanceRecommendation::onFrontier)
                .map(ranked -> new RankJson(ranked.rank()))
                .toList();
    }
}
