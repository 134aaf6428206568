package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Assessment;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.CandidateList.Listed;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Knowledge;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.ReferenceCost;
import ai.artenic.optimizer.domain.ranking.Scoring;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Finds what was expected of a job where it ran, and holds its outcome against that.
public final class AssessOutcome {
    private final RecommendationLog log;
    private final OfferCatalog catalog;
    private final CandidateList candidates;
    private final GpuCatalog gpus;
    private final Corrections corrections;

    /// @param candidates scores what was chosen without a recommendation
    /// @param corrections of what is predicted now; what the outcome teaches is without them
    public AssessOutcome(
            RecommendationLog log,
            OfferCatalog catalog,
            CandidateList candidates,
            GpuCatalog gpus,
            Corrections corrections) {
        this.log = log;
        this.catalog = catalog;
        this.candidates = candidates;
        this.gpus = gpus;
        this.corrections = corrections;
    }

    /// What comes of looking at an outcome.
    public sealed interface Answer {
        record Assessed(AssessedOutcome outcome) implements Answer {}

        /// The outcome names a recommendation that was never kept.
        record UnknownRecommendation(UUID id) implements Answer {}
    }

    public Answer assess(Outcome outcome) {
        if (outcome.recommendationId().isEmpty()) {
            return assessed(outcome, outcome.workload().orElseThrow(), Goal.COST);
        }
        UUID id = outcome.recommendationId().get();
        return log.find(id)
                .<Answer>map(recommendation -> assessed(outcome, recommendation))
                .orElseGet(() -> new Answer.UnknownRecommendation(id));
    }

    private Answer assessed(Outcome outcome, Recommendation recommendation) {
        Workload workload = recommendation.request().workload();
        Expectation expectation = recommendation.recommendations().stream()
                .filter(ranked -> isWhereItRan(ranked, outcome.run()))
                .findFirst()
                .map(ranked -> Expectation.frozen(ranked, outcome.stated()))
                .orElseGet(() -> expected(
                                outcome, workload, recommendation.request().goal())
                        .noting("the recommendation does not contain this instance"));
        boolean differs =
                outcome.workload().isPresent() && !outcome.workload().get().equals(workload);
        return assessed(
                outcome,
                workload,
                differs
                        ? expectation.noting("the workload is the recommendation's; the one given differs")
                        : expectation);
    }

    private Answer assessed(Outcome outcome, Workload workload, Goal goal) {
        return assessed(outcome, workload, expected(outcome, workload, goal));
    }

    private Answer assessed(Outcome outcome, Workload workload, Expectation expectation) {
        return new Answer.Assessed(Assessment.of(outcome, workload, expectation, ReferenceCost.of(workload, gpus)));
    }

    private Expectation expected(Outcome outcome, Workload workload, Goal goal) {
        Run run = outcome.run();
        Knowledge known = corrections.knowledge(workload, QueryId.of(workload), new Scoring.ByRule());
        return offered(run)
                .map(offer -> new Listed(
                        workload, offer, run.isSpot(), run.nodeCount().orElse(1)))
                .map(listed -> candidates
                        .score(goal, List.of(listed), known.calibration(), known.experience())
                        .getFirst())
                .map(scored -> Expectation.madeNow(scored, outcome.stated()))
                .orElseGet(() -> Expectation.unlisted(workload, run, outcome.stated()));
    }

    /// The cheapest offer it can have been.
    private Optional<Offer> offered(Run run) {
        return catalog.current().snapshot().offers(run.provider(), run.instanceType()).stream()
                .filter(offer -> !run.isSpot() || offer.spot().isPresent())
                .filter(offer -> run.region().map(offer.id().region()::equals).orElse(true))
                .min(Comparator.comparing((Offer offer) -> price(offer, run.isSpot()))
                        .thenComparing(Offer::id));
    }

    private static EurPerHour price(Offer offer, boolean isSpot) {
        return isSpot ? offer.spot().orElseThrow() : offer.onDemand();
    }

    private static boolean isWhereItRan(InstanceRecommendation ranked, Run run) {
        return ranked.offer().id().provider().equals(run.provider())
                && ranked.offer().id().instanceType().equals(run.instanceType())
                && ranked.isSpot() == run.isSpot()
                && run.region().map(ranked.offer().id().region()::equals).orElse(true)
                && run.nodeCount().orElse(ranked.nodeCount()) == ranked.nodeCount();
    }
}
