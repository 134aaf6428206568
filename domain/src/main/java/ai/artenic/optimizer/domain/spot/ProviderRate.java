package ai.artenic.optimizer.domain.spot;

import java.util.Optional;

/// How often a provider says that it takes spot nodes back, in its own unit: the units of two providers cannot
/// be compared as they are.
///
/// @param low least share, in [0, 1]
/// @param high greatest share, in (low, 1]; 1 where the provider's last band is open
/// @param source where it was said
public record ProviderRate(double low, double high, Unit unit, String source) {
    /// Hazards that stand for the five bands of AWS's advisor. The order is AWS's. The level is not: a fifth a
    /// month would be one interruption in 3,000 hours, where traces of types in the last band show one in 0.7
    /// to 10.
    private static final double[] BANDS = {0.02, 0.05, 0.10, 0.20, 0.50};

    private static final double BAND_WIDTH = 0.05;
    private static final double MOST_SHARE = 0.9;

    /// What a share is a share of.
    public enum Unit {
        /// Of instances, over a month (AWS): tells types apart, and no more.
        PER_MONTH,
        /// Of instances, within an hour (Azure).
        PER_HOUR,
        /// Of all stops of spot nodes, those by preemption (GCP): says nothing of how long nodes run.
        PER_STOP
    }

    public ProviderRate {
        if (!(low >= 0 && low < high && high <= 1)) {
            throw new IllegalArgumentException("A rate is a range within 0 to 1, was " + low + " to " + high);
        }
    }

    /// The hazard of a node of which nothing was seen, by what the provider says, if it says anything.
    public static Hazard likely(Optional<ProviderRate> said, boolean hasGpu) {
        Hazard usual = Hazard.prior(hasGpu);
        return said.map(rate -> rate.hazard(usual)).orElse(usual);
    }

    /// The hazard it makes likely.
    ///
    /// @param usual where the provider says nothing; > 0
    Hazard hazard(Hazard usual) {
        return switch (unit) {
            case PER_MONTH -> new Hazard(BANDS[Math.min(BANDS.length - 1, (int) Math.round(low / BAND_WIDTH))]);
            case PER_HOUR -> new Hazard(-Math.log1p(-Math.min(MOST_SHARE, middle())));
            case PER_STOP -> usual;
        };
    }

    /// The middle of the range, in [0, 1]; an open band is taken to be as wide as the others.
    public double middle() {
        return (low + Math.min(high, low + BAND_WIDTH)) / 2;
    }
}
