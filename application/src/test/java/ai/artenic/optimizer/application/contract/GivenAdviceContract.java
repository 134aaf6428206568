package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.GivenAdvice.Advice;
import ai.artenic.optimizer.application.port.GivenAdvice.Choices;
import ai.artenic.optimizer.application.port.GivenAdvice.Followed;
import ai.artenic.optimizer.application.port.GivenAdvice.Placed;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.cost.saving.Choice;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store promises of the advice to jobs that followed its recommendations.
public interface GivenAdviceContract {
    /// An empty log.
    RecommendationLog log();

    /// The advice given by the log made last.
    GivenAdvice given();

    static Run run(InstanceRecommendation ranked) {
        return run(
                ranked,
                ranked.offer().id().instanceType(),
                Optional.of(ranked.offer().id().region()),
                OptionalInt.of(ranked.nodeCount()));
    }

    private static Run run(
            InstanceRecommendation ranked, String instanceType, Optional<String> region, OptionalInt nodeCount) {
        return new Run(
                ranked.offer().id().provider(),
                instanceType,
                region,
                ranked.isSpot(),
                nodeCount,
                1,
                new Eur(BigDecimal.ONE));
    }

    private static Run onOtherPurchase(Run run) {
        return new Run(
                run.provider(),
                run.instanceType(),
                run.region(),
                !run.isSpot(),
                run.nodeCount(),
                run.hours(),
                run.cost());
    }

    private static Optional<Advice> advice(Recommendation recommendation, Optional<InstanceRecommendation> candidate) {
        return Optional.of(new Advice(
                recommendation.request().workload(),
                recommendation.request().goal(),
                candidate.map(Expectation::frozen)));
    }

    private static List<Recommendation> kept(RecommendationLog log) {
        var kept = new ArrayList<Recommendation>();
        for (long seed = 0; seed < 40; seed++) {
            kept.add(Recommendations.seeded(seed));
            log.keep(kept.getLast(), Bases.PLAIN);
        }
        return kept;
    }

    @Test
    default void the_advice_is_the_first_candidate_that_a_job_can_have_run_on_in_the_order_of_the_jobs() {
        RecommendationLog log = log();
        var jobs = new ArrayList<Followed>();
        var advice = new ArrayList<Optional<Advice>>();
        for (Recommendation recommendation : kept(log)) {
            for (InstanceRecommendation ranked : recommendation.recommendations()) {
                String type = ranked.offer().id().instanceType();
                Run known = run(ranked);
                for (Run run : List.of(
                        known,
                        onOtherPurchase(known),
                        run(ranked, type, Optional.empty(), OptionalInt.empty()),
                        run(ranked, type, Optional.empty(), OptionalInt.of(ranked.nodeCount() + 1)),
                        run(ranked, type, Optional.of("elsewhere"), OptionalInt.empty()))) {
                    jobs.add(new Followed(recommendation.id(), run));
                    advice.add(advice(
                            recommendation,
                            recommendation.recommendations().stream()
                                    .filter(run::canBeOn)
                                    .findFirst()));
                }
            }
        }
        assertEquals(advice, given().advice(jobs));
        assertEquals(advice.getFirst(), given().advice(jobs.subList(0, 1)).getFirst());
    }

    @Test
    default void what_was_expected_is_told_to_the_last_bit() {
        RecommendationLog log = log();
        Recommendation extreme = Recommendations.extreme();
        log.keep(extreme, Bases.PLAIN);
        InstanceRecommendation first = extreme.recommendations().getFirst();
        assertEquals(
                List.of(advice(extreme, Optional.of(first))),
                given().advice(List.of(new Followed(extreme.id(), run(first)))));
    }

    @Test
    default void a_job_that_followed_nothing_that_was_kept_gets_no_advice_and_takes_none_from_others() {
        RecommendationLog log = log();
        Recommendation recommendation = kept(log).getFirst();
        InstanceRecommendation first = recommendation.recommendations().getFirst();
        assertEquals(
                List.of(Optional.empty(), advice(recommendation, Optional.of(first)), Optional.empty()),
                given().advice(List.of(
                        new Followed(new UUID(1, 2), run(first)),
                        new Followed(recommendation.id(), run(first)),
                        new Followed(new UUID(1, 2), run(first)))));
        assertEquals(List.of(), given().advice(List.of()));
    }

    @Test
    default void of_each_job_the_first_choice_is_told_and_the_first_candidates_that_can_be_where_it_asks() {
        RecommendationLog log = log();
        var jobs = new ArrayList<Placed>();
        var choices = new ArrayList<Optional<Choices>>();
        for (Recommendation kept : kept(log)) {
            List<InstanceRecommendation> ranks = kept.recommendations();
            for (InstanceRecommendation ranked : ranks) {
                Place place = Place.of(ranked);
                Place anywhere = new Place(
                        place.provider(), place.instanceType(), Optional.empty(), place.isSpot(), OptionalInt.empty());
                for (Optional<Place> other :
                        List.of(Optional.<Place>empty(), Optional.of(anywhere), Optional.of(anywhere.onDemand()))) {
                    jobs.add(new Placed(kept.id(), Optional.of(place), other));
                    jobs.add(new Placed(kept.id(), other, Optional.empty()));
                    choices.add(Optional.of(new Choices(
                            kept.request().workload(),
                            Choice.of(ranks.getFirst()),
                            first(ranks, place),
                            other.flatMap(asked -> first(ranks, asked)))));
                    choices.add(Optional.of(new Choices(
                            kept.request().workload(),
                            Choice.of(ranks.getFirst()),
                            other.flatMap(asked -> first(ranks, asked)),
                            Optional.empty())));
                }
            }
            jobs.add(new Placed(new UUID(1, 2), Optional.of(Place.of(ranks.getFirst())), Optional.empty()));
            choices.add(Optional.empty());
        }
        assertEquals(choices, given().choices(jobs));
        assertEquals(List.of(), given().choices(List.of()));
    }

    private static Optional<Choice> first(List<InstanceRecommendation> ranks, Place place) {
        return ranks.stream()
                .filter(ranked -> place.canBe(Place.of(ranked)))
                .map(Choice::of)
                .findFirst();
    }

    @Test
    default void an_instance_with_a_name_like_a_condition_is_just_not_among_the_candidates() {
        RecommendationLog log = log();
        Recommendation recommendation = kept(log).getFirst();
        InstanceRecommendation first = recommendation.recommendations().getFirst();
        for (String name : List.of("\" || 1 == 1 || \"", "$provider", "' or true --")) {
            Run run = run(first, name, Optional.empty(), OptionalInt.empty());
            assertEquals(
                    List.of(advice(recommendation, Optional.empty())),
                    given().advice(List.of(new Followed(recommendation.id(), run))));
        }
    }
}
