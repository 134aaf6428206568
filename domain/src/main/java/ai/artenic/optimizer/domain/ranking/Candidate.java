package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Offer;
import java.util.Comparator;

/// An offer with a purchase option and a node count, scored.
///
/// @param kind what it shares with all candidates of its provider, machine, purchase option and node count
/// @param price EUR per node hour
/// @param cost expected EUR of the whole job
record Candidate(Offer offer, ScoredKind kind, double price, double cost, double score) {
    /// Best first: score, then expected cost, provider, type, region; purchase option and nodes make the order total.
    static final Comparator<Candidate> BEST_FIRST = Candidate::compareBestFirst;

    private static final Comparator<Candidate> TIES = Comparator.comparingDouble(Candidate::cost)
            .thenComparing(candidate -> candidate.offer().id())
            .thenComparing(candidate -> candidate.kind().spot())
            .thenComparingInt(candidate -> candidate.kind().nodes());

    private static int compareBestFirst(Candidate a, Candidate b) {
        int byScore = Double.compare(b.score, a.score);
        return byScore != 0 ? byScore : TIES.compare(a, b);
    }
}
