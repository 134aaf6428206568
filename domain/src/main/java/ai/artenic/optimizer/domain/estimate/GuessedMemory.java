package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;

/// GPU memory of a network that may be convolutional or a transformer, because only its parameters are known.
///
/// The guess changes at one size, and there a convolutional network keeps far more of a batch than a transformer that
/// accumulates gradients. So that a larger network never needs less, what is expected of a transformer is at least
/// what a convolutional network of that size needs, and the low bound of a convolutional network is at most that of
/// a transformer of that size.
final class GuessedMemory {
    /// A batch that fits no usual card is taken to be split, unless the accumulation is stated.
    private static final double LARGEST_USUAL_CARD_GB = 80;

    private GuessedMemory() {}

    /// @param asTaken the estimate for the architecture that was guessed
    static GpuMemoryEstimate spanned(ModelProfile profile, GpuMemoryEstimate asTaken, int gpus) {
        double size = ModelProfiler.TRANSFORMER_FROM_PARAMS;
        if (profile.isTransformer()) {
            GpuMemoryEstimate convolutional =
                    GpuMemoryEstimator.ofArchitecture(profile.as(Architecture.CNN, size), gpus);
            double expected = Math.max(asTaken.expected(), split(profile, convolutional.expected()));
            double high = Math.max(asTaken.high(), convolutional.high());
            return new GpuMemoryEstimate(asTaken.low(), expected, Math.max(expected, high));
        }
        GpuMemoryEstimate transformer =
                GpuMemoryEstimator.ofArchitecture(profile.as(Architecture.TRANSFORMER, size), gpus);
        double expected = split(profile, asTaken.expected());
        double low = Math.min(asTaken.low(), transformer.low());
        return new GpuMemoryEstimate(Math.min(low, expected), expected, asTaken.high());
    }

    private static double split(ModelProfile profile, double need) {
        return profile.workload().setup().gradientAccumulation().isPresent()
                ? need
                : Math.min(need, LARGEST_USUAL_CARD_GB);
    }
}
