package ai.artenic.optimizer.domain.evaluation;

import java.util.Arrays;

/// The order of candidates by predicted cost.
///
/// Candidates of one node whose predicted costs lie within 20 % of the least are held for equal, and fewer hours
/// decide: so far the relative speed of GPUs is known, and so far their number in one node changes the cost by
/// communication. Between clusters there is no such band: what another node is worth is the very thing predicted.
public final class PredictedCostOrder {
    private static final double INDISTINGUISHABLE = 1.2;
    private static final double AHEAD = 1e6;

    private PredictedCostOrder() {}

    /// A candidate's prediction.
    public record Predicted(double cost, double hours, int nodes) {}

    /// Scores of the candidates; higher is better.
    public static double[] scores(Predicted... candidates) {
        Predicted cheapest = Arrays.stream(candidates)
                .reduce((a, b) -> b.cost() < a.cost() || (b.cost() == a.cost() && b.hours() < a.hours()) ? b : a)
                .orElseThrow(() -> new IllegalArgumentException("an order needs a candidate"));
        return Arrays.stream(candidates)
                .mapToDouble(one -> isEqual(one, cheapest) ? AHEAD - Math.log(one.hours()) : -Math.log(one.cost()))
                .toArray();
    }

    private static boolean isEqual(Predicted one, Predicted cheapest) {
        return cheapest.nodes() == 1 && one.nodes() == 1 && one.cost() <= INDISTINGUISHABLE * cheapest.cost();
    }
}
