package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.Comparator;

/// An offer with a purchase option and a node count, scored.
///
/// @param kind what it shares with all candidates of its provider, machine, purchase option and node count
/// @param price EUR per node hour
/// @param cost expected EUR of the whole job
/// @param score heuristic
/// @param lesson of the query group's own runs, contained in kind and score
record Candidate(Offer offer, ScoredKind kind, double price, double cost, double score, Lesson lesson) {
    /// Best first: score, then expected cost, provider, type, region; purchase option and nodes make the order total.
    static final Comparator<Candidate> BEST_FIRST = Candidate::compareBestFirst;

    private static final Comparator<Candidate> TIES = Comparator.comparingDouble(Candidate::cost)
            .thenComparing(candidate -> candidate.offer().id())
            .thenComparing(candidate -> candidate.kind().spot())
            .thenComparingInt(candidate -> candidate.kind().nodes());

    /// A candidate at a price, scored.
    static Candidate of(Offer offer, ScoredKind kind, double price, Lesson lesson) {
        double judged = Math.log10(price) + Math.log10(lesson.riskFactor());
        return new Candidate(offer, kind, price, kind.cost(price), kind.score(judged), lesson);
    }

    /// Expected EUR of the whole job, failures of alike runs counted in.
    double judgedCost() {
        return cost * lesson.riskFactor();
    }

    private static int compareBestFirst(Candidate a, Candidate b) {
        int byScore = Double.compare(b.score, a.score);
        return byScore != 0 ? byScore : TIES.compare(a, b);
    }
}
