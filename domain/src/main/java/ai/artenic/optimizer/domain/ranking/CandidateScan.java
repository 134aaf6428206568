package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.OfferColumns;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/// One pass over all candidates of a snapshot: admits or counts each, keeps the best, and notes the lowest price of
/// every
/// kind for the Pareto frontier. The hot path of the service.
final class CandidateScan {
    private final CatalogSnapshot snapshot;
    private final OfferColumns columns;
    private final Admission admission;
    private final int keep;
    private final PriorityQueue<Candidate> best = new PriorityQueue<>(Candidate.BEST_FIRST.reversed());
    private final Map<RejectionReason, Tally> rejected = new EnumMap<>(RejectionReason.class);
    private final ParetoFrontier frontier = new ParetoFrontier();
    private int considered;
    private int admitted;
    private double worstKept = Double.NEGATIVE_INFINITY;

    CandidateScan(CatalogSnapshot snapshot, Admission admission, int keep) {
        this.snapshot = snapshot;
        this.columns = snapshot.columns();
        this.admission = admission;
        this.keep = keep;
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(reason, new Tally());
        }
    }

    /// A count that grows in the hot path.
    private static final class Tally {
        private int count;
    }

    /// Adds all candidates with the table's node count.
    void scan(KindTable kinds) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            scan(kinds, kind, false);
            scan(kinds, kind, true);
        }
    }

    private void scan(KindTable kinds, int kind, boolean spot) {
        int[] offers = columns.cheapestFirst(kind, spot);
        if (offers.length > 0) {
            if (admission.decidesByKind(kind)) {
                scanWhole(kinds, kind, spot, offers);
            } else {
                scanEach(kinds, kind, spot, offers);
            }
        }
    }

    /// All candidates of the kind are admitted or rejected together. Within a kind the score falls with the price, so
    /// the first that is not good enough ends the search.
    private void scanWhole(KindTable kinds, int kind, boolean spot, int[] offers) {
        considered += offers.length;
        RejectionReason reason = admission.rejectionOfKind(kinds, kind, spot);
        if (reason != null) {
            tally(reason).count += offers.length;
            return;
        }
        admitted += offers.length;
        ScoredKind scored = kinds.kind(kind, spot);
        noteCheapest(scored, columns.price(offers[0], spot));
        for (int offer : offers) {
            if (!offerBest(scored, offer, spot)) {
                return;
            }
        }
    }

    private void scanEach(KindTable kinds, int kind, boolean spot, int[] offers) {
        boolean cheapestNoted = false;
        for (int offer : offers) {
            considered++;
            double price = columns.price(offer, spot);
            RejectionReason reason = admission.rejection(kinds, offer, spot, price);
            if (reason != null) {
                tally(reason).count++;
                continue;
            }
            admitted++;
            ScoredKind scored = kinds.kind(kind, spot);
            if (!cheapestNoted) {
                noteCheapest(scored, price);
                cheapestNoted = true;
            }
            offerBest(scored, offer, spot);
        }
    }

    /// Keeps the candidate if it is among the best so far; false if its score is too low for that.
    private boolean offerBest(ScoredKind kind, int offer, boolean spot) {
        double score = kind.score(columns.logPrice(offer, spot));
        if (score < worstKept) {
            return false;
        }
        double price = columns.price(offer, spot);
        keep(new Candidate(snapshot.offers().get(offer), kind, price, kind.cost(price), score, Lesson.NONE));
        return true;
    }

    /// Counts a candidate that was admitted as rejected after all.
    void takeBack(RejectionReason reason) {
        admitted--;
        tally(reason).count++;
    }

    private Tally tally(RejectionReason reason) {
        return Objects.requireNonNull(rejected.get(reason));
    }

    private void keep(Candidate candidate) {
        best.add(candidate);
        if (best.size() > keep) {
            best.remove();
        }
        if (best.size() == keep) {
            worstKept = best.element().score();
        }
    }

    private void noteCheapest(ScoredKind kind, double price) {
        frontier.add(new ParetoFrontier.Point(kind.cost(price), kind.hours()));
    }

    /// The best candidates, best first.
    List<Candidate> best() {
        return best.stream().sorted(Candidate.BEST_FIRST).toList();
    }

    /// The frontier of all admitted candidates on expected cost and hours.
    ParetoFrontier frontier() {
        return frontier;
    }

    int considered() {
        return considered;
    }

    int admitted() {
        return admitted;
    }

    int rejected(RejectionReason reason) {
        return tally(reason).count;
    }
}
