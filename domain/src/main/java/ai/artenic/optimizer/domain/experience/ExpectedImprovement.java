package ai.artenic.optimizer.domain.experience;

/// What trying a placement is expected to save, against the best that is known (Jones, Schonlau and Welch 1998).
public final class ExpectedImprovement {
    private ExpectedImprovement() {}

    /// Expected fall of the logarithm of cost below the best known, >= 0: 0.05 is about 5 %.
    ///
    /// @param logCost believed logarithm of the placement's cost
    /// @param deviation of that belief, >= 0
    /// @param logBest logarithm of the best cost known
    public static double of(double logCost, double deviation, double logBest) {
        double gain = logBest - logCost;
        if (deviation == 0) {
            return Math.max(0, gain);
        }
        double z = gain / deviation;
        return Math.max(0, gain * cumulative(z) + deviation * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
    }

    /// Standard normal distribution function, within 7.5e-8 (Abramowitz and Stegun 26.2.17).
    static double cumulative(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z < 0 ? tail : 1 - tail;
    }
}
