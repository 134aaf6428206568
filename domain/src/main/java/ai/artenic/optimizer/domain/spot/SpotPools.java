package ai.artenic.optimizer.domain.spot;

/// Own evidence of ever narrower pools of spot nodes. Each counts what the narrower ones do not.
///
/// @param elsewhere of the provider's other instance types
/// @param otherRegions of the instance type in other regions
/// @param here of the instance type in the region
public record SpotPools(SpotEvidence elsewhere, SpotEvidence otherRegions, SpotEvidence here) {
    /// Nothing was seen anywhere.
    public static final SpotPools NONE = new SpotPools(SpotEvidence.NONE, SpotEvidence.NONE, SpotEvidence.NONE);

    /// Hours of exposure that what is known of a wider pool is worth in a narrower one: a day.
    static final double PRIOR_HOURS = 24;

    /// What is believed of the hazard here. What is seen in a wider pool moves the mean that a narrower one
    /// starts from, and its own evidence weighs against a day of that, however much was seen in the wider one: that
    /// other pools are calm does not make this one so.
    ///
    /// @param prior what is likely where nothing was seen, > 0
    public GammaPosterior hazard(Hazard prior) {
        double start = mean(mean(prior.perHour(), elsewhere), otherRegions);
        return GammaPosterior.around(mean(start, here), PRIOR_HOURS + here.exposureHours());
    }

    /// Expected rate per hour after a pool was seen.
    ///
    /// @param start expected before, a day of which it weighs against
    private static double mean(double start, SpotEvidence seen) {
        return seen.equals(SpotEvidence.NONE)
                ? start
                : (PRIOR_HOURS * start + seen.preemptions()) / (PRIOR_HOURS + seen.exposureHours());
    }

    /// What was seen in all of them.
    public SpotEvidence all() {
        return elsewhere.plus(otherRegions).plus(here);
    }
}
