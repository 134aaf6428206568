package ai.artenic.optimizer.domain.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Collects predictions with what was measured.
public final class PredictionErrors {
    private final List<Double> errors = new ArrayList<>();
    private int within2x;
    private int covered;

    /// Starts without any point.
    public PredictionErrors() {}

    /// @param predicted expected value, > 0
    /// @param measured what it came to, > 0
    /// @param low lower bound of the prediction
    /// @param high upper bound of the prediction
    public void add(double predicted, double measured, double low, double high) {
        errors.add(Math.abs(predicted - measured) / measured);
        within2x += predicted >= measured / 2 && predicted <= measured * 2 ? 1 : 0;
        covered += low <= measured && measured <= high ? 1 : 0;
    }

    /// The summary of all points added so far.
    public ErrorSummary summary() {
        int n = errors.size();
        List<Double> sorted = errors.stream().sorted().toList();
        return new ErrorSummary(
                n, quantile(sorted, 0.5), quantile(sorted, 0.9), (double) within2x / n, (double) covered / n);
    }

    /// Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
    static double quantile(List<Double> sorted, double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        double position = share * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
    }
}
