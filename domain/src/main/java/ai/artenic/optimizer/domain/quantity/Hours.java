package ai.artenic.optimizer.domain.quantity;

/// A duration in hours, finite and not negative.
public record Hours(double value) implements Comparable<Hours> {
    public Hours {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("Hours must be finite and not negative, was " + value);
        }
    }

    @Override
    public int compareTo(Hours other) {
        return Double.compare(value, other.value);
    }
}
