package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.Status;
import ai.artenic.optimizer.application.usecase.Status.LearningStatus;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.RankingScores;
import ai.artenic.optimizer.domain.ranking.Mode;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the service stands. `mode` is the ranker in use, `configured_mode` the one asked for; `model` is null while no
/// ranking model has been trained; `experience_runs` of `experience_groups` query groups correct estimates for them.
public record StatusJson(
        String version,
        Instant asOf,
        Mode mode,
        Mode configuredMode,
        long sampleCount,
        long outcomeCount,
        int minSamples,
        long samplesSinceTraining,
        int retrainThreshold,
        int experienceGroups,
        int experienceRuns,
        @Nullable ModelJson model,
        CatalogJson catalog,
        String store,
        boolean readOnly,
        long uptimeSeconds,
        List<String> degraded) {
    /// A trained ranking model: the promoted one, or else the one trained last. The figures are of groups held out;
    /// null where none tells.
    public record ModelJson(
            String version,
            Instant trainedAt,
            boolean promoted,
            String reason,
            @JsonProperty("ndcg_at_5") @Nullable Double ndcgAt5,
            @JsonProperty("heuristic_ndcg_at_5") @Nullable Double heuristicNdcgAt5,
            @Nullable Double meanRegret,
            @Nullable Double heuristicMeanRegret) {
        static ModelJson from(ModelCard card, boolean isServing) {
            RankingScores model = card.metrics().model();
            RankingScores heuristic = card.metrics().heuristic();
            return new ModelJson(
                    card.version(),
                    card.trainedAt(),
                    isServing,
                    card.reason(),
                    RankingScoresJson.known(model.ndcgAt5()),
                    RankingScoresJson.known(heuristic.ndcgAt5()),
                    RankingScoresJson.known(model.meanRegret()),
                    RankingScoresJson.known(heuristic.meanRegret()));
        }
    }

    public static StatusJson from(Status status, String version) {
        LearningStatus learning = status.learning();
        return new StatusJson(
                version,
                status.asOf(),
                status.mode(),
                status.configuredMode(),
                learning.state().counts().samples(),
                learning.state().counts().outcomes(),
                learning.samplesLeast(),
                learning.state().samplesSinceTraining(),
                learning.retrainAfter(),
                learning.experiencedGroups(),
                learning.experiencedRuns(),
                learning.model()
                        .map(card -> ModelJson.from(card, learning.isServing()))
                        .orElse(null),
                CatalogJson.from(status),
                status.store(),
                false,
                status.uptime().toSeconds(),
                status.degraded());
    }
}
