package ai.artenic.optimizer.domain.spot;

/// What is believed of a rate of events per hour: the Gamma distribution `Gamma(events, hours)`, which
/// observing more events in more hours only adds to (it is the conjugate of the Poisson process).
///
/// @param events > 0; counts of the prior may be fractions
/// @param hours of exposure, > 0
public record GammaPosterior(double events, double hours) {
    private static final double LEAST_EVENTS = 0.5;
    private static final int HALVINGS = 100;

    public GammaPosterior {
        if (!(events > 0 && hours > 0) || Double.isInfinite(events) || Double.isInfinite(hours)) {
            throw new IllegalArgumentException("Events and hours must be above 0, were " + events + " and " + hours);
        }
    }

    /// The belief that this rate is likely, as if it had been seen over so many hours, or over as many as half
    /// an event takes (Jeffreys): with less the rate would be taken for nothing.
    ///
    /// @param mean per hour, > 0
    public static GammaPosterior around(double mean, double hours) {
        double events = Math.max(LEAST_EVENTS, mean * hours);
        return new GammaPosterior(events, events / mean);
    }

    /// Expected rate per hour.
    public double mean() {
        return events / hours;
    }

    /// The rate that is not exceeded with this probability.
    ///
    /// @param probability in (0, 1)
    public double quantile(double probability) {
        double low = 0;
        double high = 1;
        while (IncompleteGamma.lower(events, high) < probability) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (IncompleteGamma.lower(events, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2 / hours;
    }
}
