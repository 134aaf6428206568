package ai.artenic.optimizer.domain.quantity;

/// An amount of memory or data in gigabytes as providers count them: 2^30 bytes for memory. Finite, not negative.
public record GigaBytes(double value) implements Comparable<GigaBytes> {
    public GigaBytes {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("GigaBytes must be finite and not negative, was " + value);
        }
    }

    @Override
    public int compareTo(GigaBytes other) {
        return Double.compare(value, other.value);
    }
}
