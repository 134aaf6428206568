package ai.artenic.optimizer.domain.spot;

/// What own jobs saw of a pool of spot nodes.
///
/// @param preemptions >= 0
/// @param exposureHours hours that nodes ran, >= 0: jobs are of different length, so hours and not jobs are
///     counted
public record SpotEvidence(double preemptions, double exposureHours) {
    /// Nothing was seen.
    public static final SpotEvidence NONE = new SpotEvidence(0, 0);

    public SpotEvidence {
        if (!(preemptions >= 0 && exposureHours >= 0) || Double.isInfinite(preemptions + exposureHours)) {
            throw new IllegalArgumentException(
                    "Evidence must not be negative, was " + preemptions + " in " + exposureHours + " h");
        }
    }

    /// What remains without a part of it.
    SpotEvidence without(SpotEvidence part) {
        return new SpotEvidence(
                Math.max(0, preemptions - part.preemptions), Math.max(0, exposureHours - part.exposureHours));
    }

    /// What both saw.
    public SpotEvidence plus(SpotEvidence other) {
        return new SpotEvidence(preemptions + other.preemptions, exposureHours + other.exposureHours);
    }
}
