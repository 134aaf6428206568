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
    /// starts from, and its own evidence weighs against a day of that.
    ///
    /// @param prior what is likely where nothing was seen, > 0
    public GammaPosterior hazard(Hazard prior) {
        GammaPosterior belief = GammaPosterior.around(prior.perHour(), PRIOR_HOURS);
        for (SpotEvidence wider : new SpotEvidence[] {elsewhere, otherRegions}) {
            GammaPosterior seen = belief.and(wider.preemptions(), wider.exposureHours());
            belief = GammaPosterior.around(seen.mean(), PRIOR_HOURS);
        }
        return belief.and(here.preemptions(), here.exposureHours());
    }

    /// What was seen in all of them.
    public SpotEvidence all() {
        return elsewhere.plus(otherRegions).plus(here);
    }
}
