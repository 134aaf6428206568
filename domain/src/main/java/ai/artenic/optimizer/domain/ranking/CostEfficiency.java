package ai.artenic.optimizer.domain.ranking;

/// The cost part of the score: where a candidate's expected cost stands on a logarithmic scale around the workload's
/// reference cost, in (0, 1), 0.5 at the reference, strictly falling.
///
/// Linear in `x = log10(cost / reference)` within [#STRAIGHT] decades on either side, so that multiplying all prices by
/// one factor shifts all scores alike and changes no order; exponential tails beyond, so that it stays strict. Nothing
/// depends on the other candidates, so an irrelevant offer cannot swap two others.
final class CostEfficiency {
    static final double STRAIGHT = 1.8;
    private static final double SLOPE = 0.25;
    private static final double AT_END = 0.5 - SLOPE * STRAIGHT;
    private static final double TAIL = AT_END / SLOPE;

    private CostEfficiency() {}

    /// @param x decimal logarithm of cost over reference cost
    static double of(double x) {
        if (x > STRAIGHT) {
            return AT_END * Math.exp((STRAIGHT - x) / TAIL);
        }
        if (x < -STRAIGHT) {
            return 1 - AT_END * Math.exp((STRAIGHT + x) / TAIL);
        }
        return 0.5 - SLOPE * x;
    }

    /// The x at which the part has this value, in (0, 1).
    static double inverse(double value) {
        if (value < AT_END) {
            return STRAIGHT - TAIL * Math.log(value / AT_END);
        }
        if (value > 1 - AT_END) {
            return TAIL * Math.log((1 - value) / AT_END) - STRAIGHT;
        }
        return (0.5 - value) / SLOPE;
    }
}
