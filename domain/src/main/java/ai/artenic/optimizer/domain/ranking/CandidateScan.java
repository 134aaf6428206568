package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.OfferColumns;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<ParetoFrontier.Point> cheapest = new ArrayList<>();
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
        double[] leastOnDemand = unset(kinds.size());
        double[] leastSpot = unset(kinds.size());
        for (int offer = 0; offer < columns.size(); offer++) {
            consider(kinds, offer, false, columns.onDemand(offer), columns.logOnDemand(offer), leastOnDemand);
            double spot = columns.spot(offer);
            if (!Double.isNaN(spot)) {
                consider(kinds, offer, true, spot, columns.logSpot(offer), leastSpot);
            }
        }
        noteCheapest(kinds, false, leastOnDemand);
        noteCheapest(kinds, true, leastSpot);
    }

    private void consider(KindTable kinds, int offer, boolean spot, double price, double logPrice, double[] least) {
        considered++;
        RejectionReason reason = admission.rejection(kinds, offer, spot, price);
        if (reason != null) {
            Objects.requireNonNull(rejected.get(reason)).count++;
            return;
        }
        admitted++;
        int k = columns.kind(offer);
        least[k] = Math.min(least[k], price);
        ScoredKind kind = kinds.kind(k, spot);
        double score = kind.score(logPrice);
        if (score >= worstKept) {
            keep(new Candidate(snapshot.offers().get(offer), kind, price, kind.cost(price), score));
        }
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

    private void noteCheapest(KindTable kinds, boolean spot, double[] least) {
        for (int k = 0; k < least.length; k++) {
            if (least[k] < Double.POSITIVE_INFINITY) {
                ScoredKind kind = kinds.kind(k, spot);
                cheapest.add(new ParetoFrontier.Point(kind.cost(least[k]), kind.hours()));
            }
        }
    }

    private static double[] unset(int size) {
        var least = new double[size];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        return least;
    }

    /// The best candidates, best first.
    List<Candidate> best() {
        return best.stream().sorted(Candidate.BEST_FIRST).toList();
    }

    /// The cheapest admitted candidate of each kind, as points of expected cost and hours.
    List<ParetoFrontier.Point> cheapest() {
        return cheapest;
    }

    int considered() {
        return considered;
    }

    int admitted() {
        return admitted;
    }

    int rejected(RejectionReason reason) {
        return Objects.requireNonNull(rejected.get(reason)).count;
    }
}
