package ai.artenic.optimizer.domain.offer;

/// The accelerators of one machine: how many of one type. A fraction is a share of one device (`0.25`).
///
/// @param memoryGbEach memory of one device, or of the share of it, in GB as the provider states it
public record Accelerators(Gpu gpu, double count, double memoryGbEach) {
    public Accelerators {
        if (!(count > 0) || Double.isInfinite(count)) {
            throw new IllegalArgumentException("Accelerators count must be positive, was " + count);
        }
        if (!(memoryGbEach > 0) || Double.isInfinite(memoryGbEach)) {
            throw new IllegalArgumentException("Accelerators memoryGbEach must be positive, was " + memoryGbEach);
        }
    }

    /// Devices that a job sees: a share of a device counts as one.
    public int devices() {
        return Math.max(1, (int) count);
    }

    /// Share of a whole device that each visible device is, in (0, 1].
    public double share() {
        return Math.min(1.0, count);
    }
}
