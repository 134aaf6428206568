package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import org.jspecify.annotations.Nullable;

/// How a model did on groups it was not trained on, beside rankers that learn nothing.
public record HeldOutJson(
        int queryCount,
        int usableQueryCount,
        RankingScoresJson model,
        RankingScoresJson heuristic,
        RankingScoresJson cheapest,
        RankingScoresJson random,
        @Nullable GainJson confidenceInterval) {

    /// The 90 % bootstrap interval of the mean gain in NDCG@5 over the heuristic.
    public record GainJson(double low, double high) {
        static @Nullable GainJson from(HeldOutMetrics metrics) {
            return Double.isNaN(metrics.gainLow()) ? null : new GainJson(metrics.gainLow(), metrics.gainHigh());
        }
    }

    static HeldOutJson from(HeldOutMetrics metrics) {
        return new HeldOutJson(
                metrics.queryCount(),
                metrics.usableQueryCount(),
                RankingScoresJson.from(metrics.model()),
                RankingScoresJson.from(metrics.heuristic()),
                RankingScoresJson.from(metrics.cheapest()),
                RankingScoresJson.from(metrics.random()),
                GainJson.from(metrics));
    }
}
