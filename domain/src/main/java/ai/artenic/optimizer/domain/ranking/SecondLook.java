package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.experience.Doubt;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferColumns.Kind;
import java.util.List;

/// Scores a candidate anew with what its query group's own runs teach of it.
final class SecondLook {
    private final ShapeEstimator shapes;
    private final KindScorer scorer;
    private final GroupExperience experience;
    private final Doubt doubt;

    SecondLook(ShapeEstimator shapes, KindScorer scorer, GroupExperience experience) {
        this.shapes = shapes;
        this.scorer = scorer;
        this.experience = experience;
        this.doubt = WorkingSetDoubt.of(shapes.profile().workload());
    }

    /// Whether nothing is known that the first look did not know.
    boolean changesNothing() {
        return experience.isEmpty();
    }

    /// Where the candidate's job would run.
    static Placement placement(Candidate candidate) {
        Offer offer = candidate.offer();
        return new Placement(
                offer.id().provider(),
                offer.id().instanceType(),
                offer.machine(),
                candidate.kind().nodes(),
                candidate.price());
    }

    /// A second look that compares the candidate with these.
    SecondLook among(List<Candidate> candidates) {
        return changesNothing()
                ? this
                : new SecondLook(
                        shapes,
                        scorer,
                        experience.among(
                                candidates.stream().map(SecondLook::placement).toList()));
    }

    Candidate at(Candidate candidate) {
        if (experience.isEmpty()) {
            return candidate;
        }
        Offer offer = candidate.offer();
        ScoredKind known = candidate.kind();
        Lesson lesson = experience.of(placement(candidate), doubt);
        ShapeEstimate estimate = shapes.scaled(known.estimate(), lesson.hoursFactor());
        var kind = Kind.of(offer);
        ScoredKind anew = known.spot() ? scorer.spot(kind, estimate, known.hazard()) : scorer.onDemand(kind, estimate);
        return Candidate.of(offer, anew, candidate.price(), lesson);
    }
}
