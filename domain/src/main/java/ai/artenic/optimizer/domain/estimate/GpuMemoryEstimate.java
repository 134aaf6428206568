package ai.artenic.optimizer.domain.estimate;

/// Memory a job needs on each GPU in GB (2^30 bytes), `low <= expected <= high`.
public record GpuMemoryEstimate(double low, double expected, double high) {
    /// Share of a card's nominal memory that a job can use: a 24 GB card shows 23.7 GiB, less the driver's part.
    public static final double USABLE_SHARE = 0.93;
    /// The factor on the expected need that keeps accepted out-of-memory runs below 4 % (180 cases: measured peaks of
    /// language models against cards of 16, 24, 40 and 80 GB).
    public static final double SAFETY = 1.2;

    /// The need when it is so many times as large.
    public GpuMemoryEstimate times(double factor) {
        return factor == 1 ? this : new GpuMemoryEstimate(low * factor, expected * factor, high * factor);
    }

    /// Margin as a share of the usable memory, in [-1, 1]; negative where the safe need does not fit.
    ///
    /// @param cardGb nominal memory of one GPU in GB
    public double headroom(double cardGb) {
        double usable = cardGb * USABLE_SHARE;
        return Math.clamp((usable - SAFETY * expected) / usable, -1, 1);
    }

    /// Whether even the low bound exceeds what the card has.
    public boolean exceeds(double cardGb) {
        return low > cardGb * USABLE_SHARE;
    }
}
