package ai.artenic.optimizer.domain.learning;

/// How a model did on groups it was not trained on, beside rankers that learn nothing.
///
/// @param queryCount groups there are
/// @param usableQueryCount groups with at least two samples, two labels and a success: those that can tell
/// @param gainLow lower bound of the 90 % bootstrap interval of the mean gain in NDCG@5 over the heuristic
/// @param gainHigh upper bound of the same
public record HeldOutMetrics(
        int queryCount,
        int usableQueryCount,
        RankingScores model,
        RankingScores heuristic,
        RankingScores cheapest,
        RankingScores random,
        double gainLow,
        double gainHigh) {}
