package ai.artenic.optimizer.domain.estimate;

/// Hours of uninterrupted running, `low <= expected <= high`.
public record DurationEstimate(double low, double expected, double high) {
    /// All hours times a factor.
    public DurationEstimate times(double factor) {
        return new DurationEstimate(low * factor, expected * factor, high * factor);
    }

    /// The factor between the expected hours and the end that is further off.
    double spread() {
        return Math.max(high / expected, expected / low);
    }

    /// The interval moved out to reach as far as another.
    DurationEstimate spanning(DurationEstimate other) {
        return new DurationEstimate(Math.min(low, other.low), expected, Math.max(high, other.high));
    }

    /// The interval with both ends moved out by a factor.
    DurationEstimate widened(double factor) {
        return new DurationEstimate(low / factor, expected, high * factor);
    }
}
