package ai.artenic.optimizer.domain.evaluation;

/// What a choice cost beyond the best.
public final class Regret {
    /// The regret of choosing a candidate on which the job failed: as bad as paying five times the best cost.
    public static final double OF_FAILURE = 4;

    private Regret() {}

    /// `cost / best - 1`, >= 0.
    ///
    /// @param cost what the choice cost
    /// @param best least cost of all candidates that succeeded, > 0
    public static double of(double cost, double best) {
        return cost / best - 1;
    }
}
