package ai.artenic.optimizer.domain.outcome;

import java.util.Optional;

/// What was expected of a job when it was decided where to run it.
///
/// @param hours expected, > 0
/// @param costEur expected, > 0
public record Prediction(double hours, double costEur) {
    public Prediction {
        if (!(hours > 0) || !(costEur > 0) || Double.isInfinite(hours + costEur)) {
            throw new IllegalArgumentException(
                    "Prediction must be positive, was " + hours + " h and " + costEur + " EUR");
        }
    }

    /// The prediction, if both figures are such that an outcome can be compared with them.
    public static Optional<Prediction> ifComparable(double hours, double costEur) {
        return hours > 0 && costEur > 0 && !Double.isInfinite(hours + costEur)
                ? Optional.of(new Prediction(hours, costEur))
                : Optional.empty();
    }
}
