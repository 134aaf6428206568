package ai.artenic.optimizer.domain.calibration;

import ai.artenic.optimizer.domain.quantity.Median;

/// Arithmetic of ratios in logarithms, where twice as long and half as long are equally far off.
final class LogRatios {
    /// Beyond a factor of twenty a ratio tells of a mistake in the report, not of the estimate.
    private static final double MOST = Math.log(20);
    /// Outcomes at which data and prior weigh alike.
    private static final double PRIOR_WEIGHT = 3;

    private LogRatios() {}

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("Observation " + name + " must be positive, was " + value);
        }
    }

    static double of(double actual, double modelled) {
        return Math.clamp(Math.log(actual) - Math.log(modelled), -MOST, MOST);
    }

    /// The median; 0 of none.
    static double median(double[] values) {
        return values.length == 0 ? 0 : Median.of(values);
    }

    /// Weight of so much evidence against nothing known, and against so much evidence to the contrary.
    static double weight(int supporting, int contradicting) {
        return supporting / (supporting + PRIOR_WEIGHT + contradicting);
    }

    /// The median of the values, drawn towards the prior where they are few: `n / (n + 3)` of the way from it.
    static double shrunkMedian(double[] values, double prior) {
        return prior + weight(values.length, 0) * (median(values) - prior);
    }
}
