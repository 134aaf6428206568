package ai.artenic.optimizer.domain.ranking;

import java.util.ArrayList;
import java.util.List;

/// The best candidates by rule, looked at a second time: with what their group taught, and in the order of a model.
final class Shortlist {
    private final RecommendRequest request;
    private final List<Candidate> candidates;
    private final List<Refused> refused = new ArrayList<>();
    private final ParetoFrontier frontier;

    /// A candidate that breaks a limit, now that more is known of it.
    record Refused(Candidate candidate, RejectionReason reason) {}

    /// @param scan what was found; candidates that break a limit after all are counted there
    Shortlist(RecommendRequest request, BestScan scan, Admission admission, SecondLook look) {
        this.request = request;
        if (look.changesNothing()) {
            this.candidates = scan.best();
            this.frontier = scan.frontier();
            return;
        }
        List<Candidate> found = scan.best();
        SecondLook comparing = look.among(found);
        this.candidates = new ArrayList<>();
        this.frontier = new ParetoFrontier();
        for (Candidate before : found) {
            Candidate anew = comparing.at(before);
            RejectionReason reason = admission.rejectionAnew(anew);
            if (reason == null) {
                candidates.add(anew);
                frontier.add(new ParetoFrontier.Point(anew.cost(), anew.kind().hours()));
            } else {
                scan.takeBack(reason);
                refused.add(new Refused(anew, reason));
            }
        }
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /// Those that break a limit after all.
    List<Refused> refused() {
        return refused;
    }

    /// As many of them as are asked for, best first.
    List<RankedCandidate> order(Scoring scoring) {
        return ModelOrder.order(candidates, scoring, new FeatureExtractor(request.workload(), frontier)).stream()
                .limit(request.topN())
                .toList();
    }

    /// The frontier of the candidates on expected cost and hours.
    ParetoFrontier frontier() {
        return frontier;
    }
}
