package ai.artenic.optimizer.domain.calibration;

/// A factor on an estimate, learned from outcomes.
///
/// @param factor positive; 1 changes nothing
/// @param outcomes outcomes of the very class
/// @param elsewhere outcomes of the wider class, towards which the factor is drawn
public record Correction(double factor, int outcomes, int elsewhere) {
    /// Where nothing is known.
    public static final Correction NONE = new Correction(1, 0, 0);

    private static final double LEAST_TOLD = 0.005;

    public Correction {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("Correction factor must be positive, was " + factor);
        }
    }

    /// Whether the factor differs from 1 when written with two decimals.
    public boolean isWorthTelling() {
        return Math.abs(factor - 1) >= LEAST_TOLD;
    }
}
