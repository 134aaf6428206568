package ai.artenic.optimizer.domain.ranking;

/// The cost part of the score: where a candidate's expected cost stands on a logarithmic scale around the workload's
/// reference cost, in (0, 1), strictly falling: 1 at a hundredth of the reference, 0 at ten thousand times it.
///
/// Linear in `x = log10(cost / reference)` from [#CHEAP_END] to [#DEAR_END], so that multiplying all prices by one
/// factor shifts all scores alike and changes no order; exponential tails beyond, so that it stays strict. Nothing
/// depends on the other candidates, so an irrelevant offer cannot swap two others.
final class CostEfficiency {
    static final double CHEAP_END = -1.9;
    static final double DEAR_END = 3.9;
    private static final double SLOPE = 1.0 / 6;
    private static final double TAIL = 0.1;
    private static final double AT_END = SLOPE * TAIL;

    private CostEfficiency() {}

    /// @param x decimal logarithm of cost over reference cost
    static double of(double x) {
        if (x > DEAR_END) {
            return AT_END * Math.exp((DEAR_END - x) / TAIL);
        }
        if (x < CHEAP_END) {
            return 1 - AT_END * Math.exp((x - CHEAP_END) / TAIL);
        }
        return AT_END + SLOPE * (DEAR_END - x);
    }

    /// The x at which the part has this value, in (0, 1).
    static double inverse(double value) {
        if (value < AT_END) {
            return DEAR_END - TAIL * Math.log(value / AT_END);
        }
        if (value > 1 - AT_END) {
            return CHEAP_END + TAIL * Math.log((1 - value) / AT_END);
        }
        return DEAR_END - (value - AT_END) / SLOPE;
    }
}
