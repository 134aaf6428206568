package ai.artenic.optimizer.domain.estimate;

/// Hours of uninterrupted running, `low <= expected <= high`.
public record DurationEstimate(double low, double expected, double high) {
    DurationEstimate times(double factor) {
        return new DurationEstimate(low * factor, expected * factor, high * factor);
    }

    static DurationEstimate around(double expected, double spread) {
        return new DurationEstimate(expected / spread, expected, expected * spread);
    }
}
