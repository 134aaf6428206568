package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.ranking.Recommendation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A recommendation from the log: as it was answered, and the question it answered.
public record KeptRecommendationJson(
        @JsonUnwrapped RecommendationJson answer,
        @Nullable String jobId,
        WorkloadJson workload,
        AppliedConstraintsJson constraints) {

    /// @param features whether each candidate shows its feature vector
    public static KeptRecommendationJson from(Recommendation recommendation, boolean features) {
        return new KeptRecommendationJson(
                RecommendationJson.from(recommendation, features ? RankedJson::withFeatures : RankedJson::from),
                recommendation.request().jobId().orElse(null),
                WorkloadJson.from(recommendation.request().workload()),
                AppliedConstraintsJson.from(recommendation.request().constraints()));
    }
}
