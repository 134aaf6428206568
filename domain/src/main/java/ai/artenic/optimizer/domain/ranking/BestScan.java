package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.util.List;
import java.util.PriorityQueue;

/// A scan that keeps the candidates of the highest scores, and notes the lowest price of every kind for the
/// Pareto frontier.
final class BestScan extends CandidateScan {
    private final CatalogSnapshot snapshot;
    private final int keep;
    private final PriorityQueue<Candidate> best = new PriorityQueue<>(Candidate.BEST_FIRST.reversed());
    private final ParetoFrontier frontier = new ParetoFrontier();
    private double worstKept = Double.NEGATIVE_INFINITY;

    BestScan(CatalogSnapshot snapshot, Admission admission, int keep) {
        super(snapshot.columns(), admission);
        this.snapshot = snapshot;
        this.keep = keep;
    }

    /// The first that is not good enough ends the search.
    @Override
    void take(ScoredKind scored, int kind, int[] offers) {
        double lowest = columns.price(offers[0], scored.spot());
        frontier.add(new ParetoFrontier.Point(scored.cost(lowest), scored.hours()));
        for (int offer : offers) {
            double score = scored.score(columns.logPrice(offer, scored.spot()));
            if (score < worstKept) {
                return;
            }
            double price = columns.price(offer, scored.spot());
            keep(new Candidate(snapshot.offers().get(offer), scored, price, scored.cost(price), score, Lesson.NONE));
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

    /// The best candidates, best first.
    List<Candidate> best() {
        return best.stream().sorted(Candidate.BEST_FIRST).toList();
    }

    /// The frontier of all admitted candidates on expected cost and hours.
    ParetoFrontier frontier() {
        return frontier;
    }
}
