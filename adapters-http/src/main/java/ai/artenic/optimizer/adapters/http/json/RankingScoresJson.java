package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.learning.RankingScores;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// How well one ranker ordered held-out groups, on average; null where no group tells. `mean_regret` is the cost of the
/// first over the best, less one, and 4 where the job failed there.
public record RankingScoresJson(
        @JsonProperty("ndcg_at_5") @Nullable Double ndcgAt5,
        @JsonProperty("ndcg_at_10") @Nullable Double ndcgAt10,
        @Nullable Double mrr,
        @Nullable Double meanRegret,
        @Nullable Double failedShare) {
    static RankingScoresJson from(RankingScores scores) {
        return new RankingScoresJson(
                known(scores.ndcgAt5()),
                known(scores.ndcgAt10()),
                known(scores.mrr()),
                known(scores.meanRegret()),
                known(scores.failedShare()));
    }

    static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
