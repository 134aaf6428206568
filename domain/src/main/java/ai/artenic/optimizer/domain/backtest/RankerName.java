package ai.artenic.optimizer.domain.backtest;

/// The rankers a backtest compares, baselines first.
public enum RankerName {
    /// A seeded order.
    RANDOM,
    /// By the price of all nodes per hour.
    CHEAPEST_PER_HOUR,
    /// By the mean of cost over best cost on the workloads that were learned from.
    BEST_AVERAGE,
    /// By the cost our estimates predict.
    PREDICTED_COST,
    /// By rule.
    HEURISTIC,
    /// By a trained model.
    LTR,
    /// Seven tenths model and three tenths rule.
    HYBRID;

    /// Whether it needs a trained model.
    public boolean isTrained() {
        return this == LTR || this == HYBRID;
    }

    /// Whether it predicts what a candidate costs, and so can learn from its own runs.
    public boolean predicts() {
        return compareTo(PREDICTED_COST) >= 0;
    }
}
