package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.quantity.Median;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How one ranker did.
///
/// @param curve mean regret after so many outcomes of the same workload, from none on; empty where nothing is
///     repeated
public record BacktestFigures(
        double meanCostRegret,
        double medianCostRegret,
        int failedPicks,
        double ndcgAt5,
        double ndcgAt10,
        double mrr,
        int workloads,
        List<Double> curve) {
    public BacktestFigures {
        curve = List.copyOf(curve);
    }

    /// The figures of picks and orders.
    ///
    /// @param regrets of all picks
    /// @param orders one a workload
    public static BacktestFigures of(List<Double> regrets, int failedPicks, List<JobOrder> orders, List<Double> curve) {
        double[] sorted =
                regrets.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new BacktestFigures(
                Arrays.stream(sorted).average().orElse(Double.NaN),
                Median.of(sorted),
                failedPicks,
                mean(orders, order -> order.ndcgAt(5)),
                mean(orders, order -> order.ndcgAt(10)),
                mean(orders, JobOrder::reciprocalRank),
                orders.size(),
                curve);
    }

    /// The same figures, said to be of so many workloads.
    BacktestFigures ofWorkloads(int number) {
        return new BacktestFigures(
                meanCostRegret, medianCostRegret, failedPicks, ndcgAt5, ndcgAt10, mrr, number, curve);
    }

    /// The figures by name, in order.
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("mean_cost_regret", meanCostRegret);
        fields.put("median_cost_regret", medianCostRegret);
        fields.put("failed_picks", failedPicks);
        fields.put("ndcg_at_5", ndcgAt5);
        fields.put("ndcg_at_10", ndcgAt10);
        fields.put("mrr", mrr);
        fields.put("workloads", workloads);
        return fields;
    }

    private static double mean(List<JobOrder> orders, ToDoubleFunction<JobOrder> figure) {
        return orders.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
