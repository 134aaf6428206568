package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.estimate.ModelProfiler;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferColumns.Kind;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Scores candidates that are listed one by one, instead of all that a catalogue holds: what a backtest replays,
/// and what somebody chose without a recommendation. By the same rules and with the same features as
/// [HeuristicRanker].
public final class CandidateList {
    private final Weights weights;
    private final Reliability reliability;
    private final GpuCatalog gpus;
    private final Function<Provider, Billing> billing;

    /// @param gpus knows the GPU types that a user's own estimate may refer to
    /// @param billing how a provider bills
    public CandidateList(
            Weights weights, Reliability reliability, GpuCatalog gpus, Function<Provider, Billing> billing) {
        this.weights = weights;
        this.reliability = reliability;
        this.gpus = gpus;
        this.billing = billing;
    }

    /// A candidate to be scored.
    ///
    /// @param workload as it would run there
    public record Listed(Workload workload, Offer offer, boolean isSpot, int nodes) {
        /// Where it would run.
        public Placement placement() {
            return new Placement(
                    offer.id().provider(), offer.id().instanceType(), offer.machine(), nodes, pricePerHour());
        }

        /// EUR of one node.
        public double pricePerHour() {
            return isSpot
                    ? offer.spot().orElse(offer.onDemand()).value()
                    : offer.onDemand().value();
        }
    }

    /// A candidate with its score.
    ///
    /// @param rejection why a ranking would not admit it; empty if it would
    /// @param expectedCost EUR of the whole job
    /// @param expectedHours of the whole job, interruptions included
    /// @param referenceCost EUR of the whole job on the workload's reference machine
    /// @param calibrated factor of the class's calibration contained in the hours
    /// @param lesson of the query group's own runs, contained in cost, hours and score
    public record Scored(
            Listed listed,
            Optional<RejectionReason> rejection,
            double score,
            double expectedCost,
            double expectedHours,
            double referenceCost,
            double calibrated,
            Lesson lesson,
            FeatureVector features) {

        /// Expected EUR of the whole job, failures of alike runs counted in.
        public double judgedCost() {
            return expectedCost * lesson.riskFactor();
        }

        /// Expected hours without what the group's own runs taught.
        public double hoursBeforeLesson() {
            return expectedHours / lesson.hoursFactor();
        }
    }

    private record Estimated(
            Listed listed,
            @Nullable RejectionReason rejection,
            Candidate candidate,
            double reference,
            double calibrated) {}

    /// The candidates with their scores, in the order of the list. Features compare each with the best that are
    /// admitted.
    public List<Scored> score(Goal goal, List<Listed> candidates, Calibration calibration, GroupExperience experience) {
        var frontier = new ParetoFrontier();
        GroupExperience among =
                experience.among(candidates.stream().map(Listed::placement).toList());
        var estimated = new ArrayList<Estimated>();
        for (Listed listed : candidates) {
            Estimated one = estimate(goal, listed, calibration, among);
            estimated.add(one);
            if (one.rejection() == null) {
                frontier.add(new ParetoFrontier.Point(
                        one.candidate().cost(), one.candidate().kind().hours()));
            }
        }
        return estimated.stream().map(one -> scored(one, frontier)).toList();
    }

    private Estimated estimate(Goal goal, Listed listed, Calibration calibration, GroupExperience experience) {
        Workload workload = listed.workload();
        WorkloadCalibration corrections = calibration.of(WorkloadClass.of(workload));
        var shapes = new ShapeEstimator(ModelProfiler.profile(workload), Constraints.NONE, gpus, corrections);
        var scorer = new KindScorer(workload, goal, weights, reliability, shapes.referenceHours(), billing);
        Offer offer = listed.offer();
        var kind = Kind.of(offer);
        ShapeEstimate estimate = shapes.estimate(offer.machine(), listed.nodes());
        ScoredKind scored =
                listed.isSpot() ? scorer.spot(kind, estimate, kind.likelyHazard()) : scorer.onDemand(kind, estimate);
        Candidate unlearned = Candidate.of(offer, scored, listed.pricePerHour(), Lesson.NONE);
        Candidate candidate = new SecondLook(shapes, scorer, experience).at(unlearned);
        return new Estimated(
                listed,
                shapes.rejection(offer.machine(), listed.nodes()),
                candidate,
                scorer.referenceCost(),
                corrections.hours(offer.machine()).factor());
    }

    private static Scored scored(Estimated one, ParetoFrontier frontier) {
        Candidate candidate = one.candidate();
        return new Scored(
                one.listed(),
                Optional.ofNullable(one.rejection()),
                candidate.score(),
                candidate.cost(),
                candidate.kind().hours(),
                one.reference(),
                one.calibrated(),
                candidate.lesson(),
                new FeatureExtractor(one.listed().workload(), frontier).extract(candidate));
    }
}
