package ai.artenic.optimizer.adapters.persistence.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.port.GivenAdvice.Advice;
import ai.artenic.optimizer.application.port.GivenAdvice.Followed;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentAdviceTest {
    private static final int MOST = 50;

    private final RecentAdvice recent = new RecentAdvice(MOST);

    private static Followed followed(Recommendation recommendation, InstanceRecommendation ranked) {
        return new Followed(
                recommendation.id(),
                new Run(
                        ranked.offer().id().provider(),
                        ranked.offer().id().instanceType(),
                        Optional.empty(),
                        ranked.isSpot(),
                        OptionalInt.empty(),
                        1,
                        new Eur(BigDecimal.ONE)));
    }

    private static Followed followedFirst(Recommendation recommendation) {
        return followed(recommendation, recommendation.recommendations().getFirst());
    }

    @Test
    void the_advice_is_the_first_rank_that_the_job_can_have_run_on() {
        Recommendation kept = Recommendations.seeded(3);
        recent.note(kept);
        for (InstanceRecommendation ranked : kept.recommendations()) {
            Followed job = followed(kept, ranked);
            Optional<Expectation> first = kept.recommendations().stream()
                    .filter(job.run()::canBeOn)
                    .findFirst()
                    .map(Expectation::frozen);
            assertEquals(
                    Optional.of(
                            new Advice(kept.request().workload(), kept.request().goal(), first)),
                    recent.find(job));
        }
    }

    @Test
    void a_job_on_no_rank_of_a_recent_recommendation_is_told_that_it_was_not_expected_there() {
        Recommendation kept = Recommendations.seeded(3);
        recent.note(kept);
        Run run = followedFirst(kept).run();
        var elsewhere = new Run(
                run.provider(), "another", run.region(), run.isSpot(), run.nodeCount(), run.hours(), run.cost());
        Advice advice = recent.find(new Followed(kept.id(), elsewhere)).orElseThrow();
        assertEquals(Optional.empty(), advice.expectation());
    }

    @Test
    void the_newest_are_held_as_far_as_there_is_room_for_their_candidates() {
        List<Recommendation> kept =
                LongStream.range(0, 100).mapToObj(Recommendations::seeded).toList();
        kept.forEach(recent::note);
        int candidates = 0;
        for (Recommendation one : kept.reversed()) {
            candidates += one.recommendations().size();
            assertEquals(candidates <= MOST, recent.find(followedFirst(one)).isPresent(), one.id()::toString);
        }
        assertTrue(candidates > 2 * MOST);
    }

    @Test
    void a_recommendation_that_is_noted_again_takes_no_more_room() {
        Recommendation first = Recommendations.seeded(0);
        recent.note(first);
        Recommendation second = Recommendations.seeded(1);
        for (int i = 0; i < 2 * MOST; i++) {
            recent.note(second);
        }
        assertTrue(recent.find(followedFirst(first)).isPresent());
    }

    @Test
    void a_recommendation_of_more_candidates_than_there_is_room_for_is_not_held() {
        var small = new RecentAdvice(Recommendations.seeded(3).recommendations().size() - 1);
        small.note(Recommendations.seeded(3));
        assertEquals(Optional.empty(), small.find(followedFirst(Recommendations.seeded(3))));
    }
}
