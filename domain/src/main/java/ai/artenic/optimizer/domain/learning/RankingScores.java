package ai.artenic.optimizer.domain.learning;

/// How well one ranker ordered held-out groups; means over groups. NaN where no group tells.
///
/// @param ndcgAt5 in [0, 1]
/// @param ndcgAt10 in [0, 1]
/// @param mrr mean reciprocal rank of the first label of at least 3, in [0, 1]
/// @param meanRegret cost of the first over the best, less one; 4 where the job failed there
/// @param failedShare share of groups in which the job failed on the first
public record RankingScores(double ndcgAt5, double ndcgAt10, double mrr, double meanRegret, double failedShare) {}
