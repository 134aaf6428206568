package ai.artenic.optimizer.domain.estimate;

/// What the model of accelerators' speed takes from measurements.
///
/// @param transformers share of the matrix peak that transformers reach before memory traffic is counted
/// @param convolutions share of the matrix peak that convolutions reach
/// @param scalarConvolutions share of the peak that convolutions reach outside the matrix units
/// @param sizeGain by which larger models keep the units busier, per factor e around 7 B parameters
/// @param beforeAmpere share of their rate at which GPUs without bf16 run 16-bit transformers, for want of today's
///     kernels
/// @param secondsPerLayer below which forward and backward of a layer cannot be launched
/// @param unpackingSecondsPerBillion parameters in 4 bits, for every micro-batch
public record SpeedFactors(
        double transformers,
        double convolutions,
        double scalarConvolutions,
        double sizeGain,
        double beforeAmpere,
        double secondsPerLayer,
        double unpackingSecondsPerBillion) {
    /// Fitted to 45 whole published runs of language models (A100, H100, V100), 41 measured fine-tuning steps
    /// (launching
    /// a layer took 4.0 to 5.6 ms) and 22 runs of vision models.
    public static final SpeedFactors SHIPPED = new SpeedFactors(0.8, 0.5, 0.85, 0.04, 0.45, 0.0044, 0.037);

    /// Fitted to nothing: half of the peak, which well-tuned published runs report, and today's kernels everywhere.
    public static final SpeedFactors PUBLISHED = new SpeedFactors(0.5, 0.5, 0.5, 0.02, 1, 0.004, 0.02);

    /// The factors in the order of the components.
    public double[] values() {
        return new double[] {
            transformers,
            convolutions,
            scalarConvolutions,
            sizeGain,
            beforeAmpere,
            secondsPerLayer,
            unpackingSecondsPerBillion
        };
    }

    /// Factors in the order of the components.
    public static SpeedFactors of(double[] values) {
        return new SpeedFactors(values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
    }
}
