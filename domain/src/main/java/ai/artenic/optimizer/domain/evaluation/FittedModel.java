package ai.artenic.optimizer.domain.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// A model with factors that can be fitted to measured points.
///
/// Fitting means the least mean of |log(predicted / measured)|, which no outlier can dominate. It goes factor by
/// factor in ever smaller steps, from values that no measurement had a part in, to at most four times or a quarter
/// of them; a factor that the points say nothing of stays where it was. The same points give the same factors.
///
/// @param <P> points
public final class FittedModel<P> {
    private static final List<Double> STEPS = List.of(1.5, 1.2, 1.1, 1.05, 1.02);
    private static final double FARTHEST = 4;
    private static final double LEAST_GAIN = 1e-9;

    private final double[] start;
    private final ToDoubleBiFunction<P, double[]> logRatio;

    /// @param start factors above 0 that were fitted to none of the points
    /// @param logRatio logarithm of predicted over measured of a point, by these factors
    public FittedModel(double[] start, ToDoubleBiFunction<P, double[]> logRatio) {
        this.start = start.clone();
        this.logRatio = logRatio;
    }

    /// Logarithm of predicted over measured of the point, by these factors.
    double logRatio(P point, double[] factors) {
        return logRatio.applyAsDouble(point, factors);
    }

    /// The factors that fit these points best.
    double[] fit(Collection<P> points) {
        double[] best = start.clone();
        double least = loss(points, best);
        for (double step : STEPS) {
            double before;
            do {
                before = least;
                for (int i = 0; i < best.length; i++) {
                    least = descend(points, best, i, step, least);
                    least = descend(points, best, i, 1 / step, least);
                }
            } while (before - least > LEAST_GAIN);
        }
        return best;
    }

    /// Moves one factor as long as that helps; the loss reached.
    private double descend(Collection<P> points, double[] factors, int index, double step, double reached) {
        double least = reached;
        while (true) {
            double from = factors[index];
            double to = Math.clamp(from * step, start[index] / FARTHEST, start[index] * FARTHEST);
            factors[index] = to;
            double loss = loss(points, factors);
            if (loss >= least - LEAST_GAIN) {
                factors[index] = from;
                return least;
            }
            least = loss;
        }
    }

    private double loss(Collection<P> points, double[] factors) {
        return points.stream()
                .mapToDouble(point -> Math.abs(logRatio(point, factors)))
                .average()
                .orElse(0);
    }
}
