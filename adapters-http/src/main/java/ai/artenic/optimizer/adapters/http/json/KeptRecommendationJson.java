package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A recommendation from the log: as it was answered, the question it answered, and what became of the
/// job that followed it: `outcome` is null where that is not known.
public record KeptRecommendationJson(
        @JsonUnwrapped RecommendationJson answer,
        @Nullable String jobId,
        WorkloadJson workload,
        AppliedConstraintsJson constraints,
        @Nullable OutcomeJson outcome) {

    /// @param outcome of the job that followed it, if one is known
    /// @param features whether each candidate shows its feature vector
    public static KeptRecommendationJson from(
            Recommendation recommendation, Optional<KeptOutcome> outcome, boolean features) {
        return new KeptRecommendationJson(
                RecommendationJson.from(recommendation, features ? RankedJson::withFeatures : RankedJson::from),
                recommendation.request().jobId().orElse(null),
                WorkloadJson.from(recommendation.request().workload()),
                AppliedConstraintsJson.from(recommendation.request().constraints()),
                outcome.map(OutcomeJson::from).orElse(null));
    }
}
