package ai.artenic.optimizer.domain.ranking;

/// The memory part of the score, in (0, 1): strictly rising in the headroom, steep where memory is tight, flat where
/// there is plenty.
final class MemoryHeadroom {
    private static final double AT_ZERO = 0.7;
    private static final double TIGHT_STEEPNESS = 6;
    private static final double AMPLE_STEEPNESS = 4;
    private static final double AMPLE_RANGE = 1 - Math.exp(-AMPLE_STEEPNESS);

    private MemoryHeadroom() {}

    /// @param headroom margin over the safe need as a share of the usable memory, in [-1, 1]
    static double of(double headroom) {
        return headroom < 0
                ? AT_ZERO * Math.exp(TIGHT_STEEPNESS * headroom)
                : AT_ZERO + (1 - AT_ZERO) * (1 - Math.exp(-AMPLE_STEEPNESS * headroom)) / AMPLE_RANGE;
    }
}
