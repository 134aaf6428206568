package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.quantity.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers how far off the spot model is.
final class SpotFigures {
    private final List<Double> withCheckpoints = new ArrayList<>();
    private final List<Double> without = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    private double[] ofBands = new double[0];
    private double brier;
    private int jobs;
    private int limited;
    private int inTime;

    /// A relative error of one zone and length of job; NaN if there is none.
    void error(boolean checkpointing, double error) {
        if (!Double.isNaN(error)) {
            (checkpointing ? withCheckpoints : without).add(error);
        }
    }

    /// A job that was predicted to be interrupted with this probability, or with that of each band.
    void probability(double predicted, double[] bands, boolean wasInterrupted) {
        double was = wasInterrupted ? 1 : 0;
        jobs++;
        brier += (predicted - was) * (predicted - was);
        if (ofBands.length == 0) {
            ofBands = new double[bands.length];
        }
        for (int i = 0; i < bands.length; i++) {
            ofBands[i] += (bands[i] - was) * (bands[i] - was);
        }
    }

    /// The jobs with a limit of one zone. Each zone counts alike, however long it was measured.
    void zone(List<DeadlineReplay.Outcome> outcomes) {
        limited += outcomes.size();
        inTime += (int) outcomes.stream().filter(DeadlineReplay.Outcome::inTime).count();
        outcomes.stream().mapToDouble(DeadlineReplay.Outcome::cost).average().ifPresent(costs::add);
    }

    Map<String, Object> byName(int zones) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("zones", zones);
        figures.put("n", jobs);
        figures.put("median_relative_error_with_checkpoints", median(withCheckpoints));
        figures.put("median_relative_error_without_checkpoints", median(without));
        figures.put("brier", ratio(brier, jobs));
        figures.put("brier_of_best_band", ratio(Arrays.stream(ofBands).min().orElse(Double.NaN), jobs));
        figures.put("limited_jobs", limited);
        figures.put("deadlines_met_ratio", ratio(inTime, limited));
        figures.put(
                "cost_to_on_demand_ratio",
                costs.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
        return figures;
    }

    private static double ratio(double sum, int count) {
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double median(List<Double> values) {
        return Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
