package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.RankingScores;

/// How a model did on held-out groups, part of its card. What no group tells is the text `NaN`.
record MetricsRow(
        int queryCount,
        int usableQueryCount,
        ScoresRow model,
        ScoresRow heuristic,
        ScoresRow cheapest,
        ScoresRow random,
        double gainLow,
        double gainHigh) {
    static MetricsRow of(HeldOutMetrics metrics) {
        return new MetricsRow(
                metrics.queryCount(),
                metrics.usableQueryCount(),
                ScoresRow.of(metrics.model()),
                ScoresRow.of(metrics.heuristic()),
                ScoresRow.of(metrics.cheapest()),
                ScoresRow.of(metrics.random()),
                metrics.gainLow(),
                metrics.gainHigh());
    }

    HeldOutMetrics toDomain() {
        return new HeldOutMetrics(
                queryCount,
                usableQueryCount,
                model.toDomain(),
                heuristic.toDomain(),
                cheapest.toDomain(),
                random.toDomain(),
                gainLow,
                gainHigh);
    }

    record ScoresRow(double ndcgAt5, double ndcgAt10, double mrr, double meanRegret, double failedShare) {
        static ScoresRow of(RankingScores scores) {
            return new ScoresRow(
                    scores.ndcgAt5(), scores.ndcgAt10(), scores.mrr(), scores.meanRegret(), scores.failedShare());
        }

        RankingScores toDomain() {
            return new RankingScores(ndcgAt5, ndcgAt10, mrr, meanRegret, failedShare);
        }
    }
}
