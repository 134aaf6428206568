package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.GivenAdvice.Advice;
import ai.artenic.optimizer.application.port.GivenAdvice.Followed;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Assessment;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.CandidateList.Listed;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.Knowledge;
import ai.artenic.optimizer.domain.ranking.ReferenceCost;
import ai.artenic.optimizer.domain.ranking.Scoring;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Finds what was expected of a job where it ran, and holds its outcome against that.
public final class AssessOutcome {
    private final GivenAdvice given;
    private final OfferCatalog catalog;
    private final CandidateList candidates;
    private final GpuCatalog gpus;
    private final Corrections corrections;

    /// @param given what was recommended to jobs
    /// @param candidates scores what was chosen without a recommendation
    /// @param corrections of what is predicted now; what the outcome teaches is without them
    public AssessOutcome(
            GivenAdvice given,
            OfferCatalog catalog,
            CandidateList candidates,
            GpuCatalog gpus,
            Corrections corrections) {
        this.given = given;
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

    /// The answers in the order of the outcomes. All recommendations they followed take one turn to the store.
    public List<Answer> assess(List<Outcome> outcomes) {
        Iterator<Optional<Advice>> advice = advice(outcomes).iterator();
        return outcomes.stream()
                .map(outcome -> outcome.recommendationId()
                        .map(id -> advice.next()
                                .map(given -> assessed(outcome, given))
                                .orElseGet(() -> new Answer.UnknownRecommendation(id)))
                        .orElseGet(() -> assessed(outcome, outcome.workload().orElseThrow(), Goal.COST)))
                .toList();
    }

    private List<Optional<Advice>> advice(List<Outcome> outcomes) {
        List<Followed> followed = outcomes.stream()
                .flatMap(outcome -> outcome.recommendationId().map(id -> new Followed(id, outcome.run())).stream())
                .toList();
        return followed.isEmpty() ? List.of() : given.advice(followed);
    }

    private Answer assessed(Outcome outcome, Advice advice) {
        Workload workload = advice.workload();
        var group = QueryId.of(workload);
        Expectation expectation = advice.expectation()
                .map(frozen -> frozen.orStated(outcome.stated()))
                .orElseGet(() -> expected(outcome, workload, group, advice.goal())
                        .noting("the recommendation does not contain this instance"));
        boolean differs =
                outcome.workload().isPresent() && !outcome.workload().get().equals(workload);
        return assessed(
                outcome,
                workload,
                group,
                differs
                        ? expectation.noting("the workload is the recommendation's; the one given differs")
                        : expectation);
    }

    private Answer assessed(Outcome outcome, Workload workload, Goal goal) {
        var group = QueryId.of(workload);
        return assessed(outcome, workload, group, expected(outcome, workload, group, goal));
    }

    private Answer assessed(Outcome outcome, Workload workload, QueryId group, Expectation expectation) {
        return new Answer.Assessed(
                Assessment.of(outcome, workload, group, expectation, ReferenceCost.of(workload, gpus)));
    }

    private Expectation expected(Outcome outcome, Workload workload, QueryId group, Goal goal) {
        Run run = outcome.run();
        Knowledge known = corrections.knowledge(workload, group, new Scoring.ByRule());
        return CheapestOffer.at(catalog.current().snapshot(), run.place())
                .map(offer -> new Listed(
                        workload, offer, run.isSpot(), run.nodeCount().orElse(1)))
                .map(listed -> candidates
                        .score(goal, List.of(listed), known.calibration(), known.experience())
                        .getFirst())
                .map(scored -> Expectation.madeNow(scored, outcome.stated()))
                .orElseGet(() -> Expectation.unlisted(workload, run, outcome.stated()));
    }
}
