package ai.artenic.optimizer.domain.ranking;

import static ai.artenic.optimizer.domain.ranking.Questions.took;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperiencedRankingTest {
    private static final Offer A100 = Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 0);
    private static final Offer H100 = Offers.gpu("aws", "h100", Gpus.H100, 1, 15, 0);
    private static final List<Offer> BOTH = List.of(A100, H100);
    private static final Workload LORA = Workloads.lora7b();

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static InstanceRecommendation on(Offer offer, Knowledge knowledge) {
        return Questions.ranked(BOTH, Questions.all(LORA), knowledge).stream()
                .filter(item -> item.offer().equals(offer))
                .findFirst()
                .orElseThrow();
    }

    private static Lesson lesson(Offer offer, PastRun... runs) {
        return GroupExperience.of(List.of(runs))
                .among(BOTH.stream().map(Questions::at).toList())
                .of(Questions.at(offer));
    }

    private static double hours(InstanceRecommendation item) {
        return item.estimatedHours().expected().value();
    }

    private static double cost(InstanceRecommendation item) {
        return item.estimatedCost().expected().amount().doubleValue();
    }

    @Test
    void a_machine_that_proved_slow_falls_behind() {
        assertEquals(1, on(A100, Knowledge.NONE).rank());
        PastRun[] runs = {took(A100, 20), took(A100, 20), took(H100, 1), took(H100, 1)};
        assertEquals(1, on(H100, Questions.learned(runs)).rank());
    }

    @Test
    void hours_and_cost_follow_the_lesson_and_a_sentence_says_so() {
        PastRun[] runs = {took(A100, 3), took(A100, 3), took(H100, 2)};
        double factor = lesson(A100, runs).hoursFactor();
        InstanceRecommendation before = on(A100, Knowledge.NONE);
        InstanceRecommendation after = on(A100, Questions.learned(runs));
        assertEquals(3, factor, 0.1);
        assertEquals(factor * hours(before), hours(after), 1e-9);
        assertEquals(factor * cost(before), cost(after), 0.01);
        assertEquals(factor, after.corrections().hours(), 1e-12);
        assertEquals(hours(before), after.modelledHours(), 1e-9);
        String said = "hours corrected by x" + Figures.fixed(factor, 2) + " from 3 runs of alike workloads";
        assertTrue(after.explanation().contains(said), after.explanation().toString());
        assertFalse(before.explanation().toString().contains("alike workloads"));
    }

    @Test
    void where_a_run_failed_the_score_falls_but_not_the_price_tag() {
        var failure = new PastRun(Questions.at(A100), 2, 2, true);
        PastRun[] runs = {took(H100, 1), took(H100, 1), failure};
        InstanceRecommendation before = on(A100, Knowledge.NONE);
        InstanceRecommendation after = on(A100, Questions.learned(runs));
        Lesson lesson = lesson(A100, runs);
        assertTrue(lesson.riskFactor() > 2, lesson.toString());
        assertEquals(lesson.hoursFactor() * cost(before), cost(after), 0.01);
        double fall = Math.log10(lesson.riskFactor() * lesson.hoursFactor()) / 6;
        assertEquals(before.parts().costEfficiency() - fall, after.parts().costEfficiency(), 1e-3);
        assertTrue(after.explanation().stream()
                .anyMatch(said -> said.endsWith("3 runs of alike workloads; runs like this one failed before")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void limits_hold_after_correction_and_everything_is_counted(long seed) {
        List<Offer> offers = Offers.seeded(seed, 40);
        Workload workload = seed % 2 == 0 ? LORA : Workloads.resnet();
        List<InstanceRecommendation> free = Questions.ranked(offers, Questions.all(workload), Knowledge.NONE);
        double maxHours = hours(free.get(free.size() / 2));
        double maxCost = cost(free.get(free.size() / 2)) * 2;
        Constraints limits = Questions.limits(OptionalDouble.of(maxHours), OptionalDouble.of(maxCost));
        Ranking ranking = Questions.ask(
                offers, Questions.of(workload, limits, 100), Questions.learned(Questions.seeded(offers, seed)));
        if (ranking instanceof Ranking.Ordered ordered) {
            assertEquals(ordered.afterFilter(), ordered.recommendations().size());
            for (InstanceRecommendation item : ordered.recommendations()) {
                assertTrue(hours(item) <= maxHours, item.offer().id() + " takes " + hours(item));
                assertTrue(cost(item) <= maxCost + 1e-6, item.offer().id() + " costs " + cost(item));
            }
        }
    }

    @Test
    void a_limit_that_only_the_model_breaks_keeps_out_nothing() {
        InstanceRecommendation modelled = on(A100, Knowledge.NONE);
        Constraints limits =
                Questions.limits(OptionalDouble.of(hours(modelled) / 2), OptionalDouble.of(cost(modelled) / 2));
        RecommendRequest request = Questions.of(LORA, limits, 5);
        assertInstanceOf(Ranking.Empty.class, Questions.ask(List.of(A100), request, Knowledge.NONE));
        PastRun[] runs = {took(A100, 0.3), took(A100, 0.3)};
        List<InstanceRecommendation> ranked = Questions.ranked(List.of(A100), request, Questions.learned(runs));
        assertEquals(List.of("gcp/a100/eu-west-1"), Questions.names(ranked));
        assertEquals(0.3 * hours(modelled), hours(ranked.getFirst()), 0.01 * hours(modelled));
    }

    @Test
    void when_experience_rules_out_everything_the_nearest_miss_is_named() {
        double limit = hours(on(A100, Knowledge.NONE)) * 1.1;
        Constraints limits = Questions.limits(OptionalDouble.of(limit), OptionalDouble.empty());
        PastRun[] runs = {took(A100, 5), took(H100, 20)};
        Ranking ranking = Questions.ask(BOTH, Questions.of(LORA, limits, 5), Questions.learned(runs));
        var empty = assertInstanceOf(Ranking.Empty.class, ranking);
        assertEquals(2, empty.rejected().getFirst().count());
        assertEquals(
                RejectionReason.HOURS_ABOVE_LIMIT, empty.rejected().getFirst().reason());
        NearMiss miss = empty.nearMisses().getFirst();
        double h100 = hours(on(H100, Questions.learned(runs)));
        double a100 = hours(on(A100, Questions.learned(runs)));
        assertEquals(h100 < a100 ? H100.id() : A100.id(), miss.offer());
        assertEquals(
                RejectionReport.number(Math.min(h100, a100)) + " h expected, limit is " + RejectionReport.number(limit),
                miss.detail());
    }

    @Test
    void what_stands_behind_the_shortlist_is_looked_at_when_all_of_it_breaks_a_limit() {
        var offers = new ArrayList<Offer>();
        IntStream.range(0, HeuristicRanker.SHORTLIST + 100)
                .forEach(i -> offers.add(Offers.cpu("aws", "slow-" + i, 4, 128, 0.02 + i * 1e-6, 0)));
        Offer slow = offers.getFirst();
        Offer fast = Offers.cpu("aws", "fast", 64, 128, 40, 0);
        offers.add(fast);
        Workload trees = Workloads.trees();
        double slowHours = hours(Questions.ranked(List.of(slow), Questions.all(trees), Knowledge.NONE)
                .getFirst());
        Constraints limits = Questions.limits(OptionalDouble.of(1.5 * slowHours), OptionalDouble.empty());
        PastRun[] runs = {took(slow, 3), took(fast, 1)};
        Ranking ranking = Questions.ask(offers, Questions.of(trees, limits, 5), Questions.learned(runs));
        var ordered = assertInstanceOf(Ranking.Ordered.class, ranking);
        assertEquals(List.of("aws/fast/eu-west-1"), Questions.names(ordered.recommendations()));
        assertEquals(1, ordered.afterFilter());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void without_experience_the_ranking_by_rule_is_the_plain_one(long seed) {
        List<Offer> offers = Offers.seeded(seed, 60);
        var request = Questions.of(seed % 2 == 0 ? LORA : Workloads.trees(), Constraints.NONE, 1 + (int) seed);
        var ranker = new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG);
        assertEquals(
                ranker.rank(Offers.snapshot(offers), request), Questions.ask(offers, request, Questions.learned()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runs_that_took_what_was_modelled_change_no_order(long seed) {
        List<Offer> offers = Offers.seeded(seed, 40);
        PastRun[] asModelled =
                offers.stream().limit(6).map(offer -> took(offer, 1)).toArray(PastRun[]::new);
        List<InstanceRecommendation> plain = Questions.ranked(offers, Questions.all(LORA), Knowledge.NONE);
        List<InstanceRecommendation> after =
                Questions.ranked(offers, Questions.all(LORA), Questions.learned(asModelled));
        assertEquals(Questions.names(plain), Questions.names(after));
        for (int i = 0; i < plain.size(); i++) {
            assertEquals(plain.get(i).score(), after.get(i).score(), 1e-12);
            assertEquals(plain.get(i).onFrontier(), after.get(i).onFrontier());
        }
    }
}
