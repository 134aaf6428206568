package ai.artenic.optimizer.domain.ranking;

import java.util.Comparator;
import java.util.OptionalDouble;

/// A candidate with the score by which it is ordered.
///
/// @param score heuristic, learned or blended
/// @param ltr the model's score on [0, 1] over the shortlist; empty where no model took part
record RankedCandidate(Candidate candidate, double score, OptionalDouble ltr) {
    /// Best first: score, then as by rule, so that the order is total.
    static final Comparator<RankedCandidate> BEST_FIRST = Comparator.comparingDouble(RankedCandidate::score)
            .reversed()
            .thenComparing(RankedCandidate::candidate, Candidate.BEST_FIRST);

    static RankedCandidate byRule(Candidate candidate) {
        return new RankedCandidate(candidate, candidate.score(), OptionalDouble.empty());
    }
}
