package ai.artenic.optimizer.domain.cost.anomaly;

import java.util.Optional;

/// What was to be expected of a job.
///
/// @param eur > 0
/// @param hours > 0
record Expected(double eur, double hours) {
    static Optional<Expected> ifPositive(double eur, double hours) {
        return eur > 0 && hours > 0 && Double.isFinite(eur) && Double.isFinite(hours)
                ? Optional.of(new Expected(eur, hours))
                : Optional.empty();
    }
}
