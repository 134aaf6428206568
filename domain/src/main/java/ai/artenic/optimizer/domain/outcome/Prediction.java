package ai.artenic.optimizer.domain.outcome;

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
}
