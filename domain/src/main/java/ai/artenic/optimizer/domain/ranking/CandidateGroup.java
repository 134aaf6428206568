package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferColumns.Kind;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;

/// Admitted candidates of one provider, machine, purchase option and node count: they differ in price and
/// place alone, share the expected hours, and are numbered from the cheapest up.
public final class CandidateGroup {
    private static final double MICROS = 1e6;

    private final CatalogSnapshot snapshot;
    private final KindScorer scorer;
    private final Kind kind;
    private final ScoredKind scored;
    private final int[] offers;
    private double interrupted = Double.NaN;

    CandidateGroup(CatalogSnapshot snapshot, KindScorer scorer, Kind kind, ScoredKind scored, int[] offers) {
        this.snapshot = snapshot;
        this.scorer = scorer;
        this.kind = kind;
        this.scored = scored;
        this.offers = offers;
    }

    public Provider provider() {
        return kind.provider();
    }

    public boolean isSpot() {
        return scored.spot();
    }

    public int nodes() {
        return scored.nodes();
    }

    /// Expected hours of the job, interruptions included.
    public double hours() {
        return scored.hours();
    }

    /// Probability that the job is interrupted at least once, in [0, 1]; 0 on demand.
    public double interrupted() {
        if (Double.isNaN(interrupted)) { // worked out once, by whoever asks first: all come to the same
            interrupted = scorer.interrupted(scored);
        }
        return interrupted;
    }

    /// How many candidates there are, at least one.
    public int size() {
        return offers.length;
    }

    /// Expected EUR of the job in whole millionths, as it is told; never falls from one candidate to the next.
    public double cost(int candidate) {
        return Math.rint(scored.cost(price(candidate)) * MICROS) / MICROS;
    }

    public Offer offer(int candidate) {
        return snapshot.offers().get(offers[candidate]);
    }

    /// Place of the candidate's offer among all offers of the snapshot, in the order of their ids.
    public int offerNumber(int candidate) {
        return offers[candidate];
    }

    /// The candidate with its estimates.
    public CostedCandidate candidate(int candidate) {
        double price = price(candidate);
        var one = new Candidate(offer(candidate), scored, price, scored.cost(price), 0, Lesson.NONE);
        Interval<Hours> hours = CandidateIntervals.hours(one, scorer);
        return new CostedCandidate(
                one.offer(),
                isSpot(),
                nodes(),
                CandidateIntervals.price(one),
                hours,
                CandidateIntervals.cost(one, hours),
                CandidateIntervals.memory(one),
                interrupted());
    }

    private double price(int candidate) {
        return snapshot.columns().price(offers[candidate], scored.spot());
    }
}
