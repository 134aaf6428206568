package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorationPolicyTest {
    private static final int MANY = 40_000;
    private static final double DEVIATIONS = 4.5;

    /// One machine at 2.50, 2.55 … 3.45 EUR: seven of twenty lie within 15 % of the cheapest, itself not counted.
    private static final List<InstanceRecommendation> PLAIN = ranked(IntStream.range(0, 20)
            .mapToObj(i -> Offers.gpu("gcp", "a100-" + (char) ('a' + i), Gpus.A100, 1, 2.5 + i / 20.0, 0))
            .toList());

    private static List<InstanceRecommendation> ranked(List<Offer> offers) {
        return Questions.ranked(offers, Questions.all(Workloads.lora7b()), Knowledge.NONE);
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static UUID random(long seed) {
        var random = new SplittableRandom(seed);
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Exploration of(Shown shown) {
        return shown.exploration().orElseThrow();
    }

    private static String first(Shown shown) {
        return shown.recommendations().getFirst().name();
    }

    private static void assertNear(double probability, double hits, String what) {
        double deviation = Math.sqrt(MANY * probability * (1 - probability));
        assertEquals(MANY * probability, hits, DEVIATIONS * deviation, what);
    }

    @Test
    void without_a_probability_nothing_changes_and_nothing_is_noted() {
        for (long seed = 0; seed < 1_000; seed++) {
            assertEquals(new Shown(PLAIN, Optional.empty()), ExplorationPolicy.NEVER.show(random(seed), PLAIN));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 0.1, 0.3, 0.5})
    void trials_are_as_frequent_as_configured_and_fall_on_each_alternative_alike(double probability) {
        LongFunction<UUID> counted = i -> new UUID(0, i);
        for (LongFunction<UUID> ids : List.<LongFunction<UUID>>of(ExplorationPolicyTest::random, counted)) {
            var times = new HashMap<String, Integer>();
            for (long seed = 0; seed < MANY; seed++) {
                times.merge(first(new ExplorationPolicy(probability).show(ids.apply(seed), PLAIN)), 1, Integer::sum);
            }
            String usual = PLAIN.getFirst().name();
            assertNear(1 - probability, times.getOrDefault(usual, 0), "the usual choice");
            times.remove(usual);
            assertEquals(7, times.size());
            times.forEach((name, count) -> assertNear(probability / 7, count, name));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_propensities_of_all_that_can_be_shown_first_add_up_to_one(long seed) {
        List<InstanceRecommendation> ranked = ranked(Offers.seeded(seed, 40));
        Map<String, Double> propensities = new HashMap<>();
        int alternatives = 0;
        for (long id = 0; id < 2_000; id++) {
            Shown shown = new ExplorationPolicy(0.5).show(random(id), ranked);
            propensities.put(first(shown), of(shown).propensity());
            alternatives = of(shown).alternatives();
        }
        assertEquals(1 + alternatives, propensities.size());
        assertEquals(1, propensities.values().stream().mapToDouble(each -> each).sum(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_trial_costs_at_most_fifteen_per_cent_more_than_the_least_and_the_others_keep_their_order(long seed) {
        List<InstanceRecommendation> ranked = ranked(Offers.seeded(seed, 40));
        BigDecimal least = ranked.stream()
                .map(each -> each.estimatedCost().expected().amount())
                .min(BigDecimal::compareTo)
                .orElseThrow();
        for (long id = 0; id < 500; id++) {
            Shown shown = new ExplorationPolicy(0.5).show(random(id), ranked);
            if (!of(shown).isExploratory()) {
                assertEquals(ranked, shown.recommendations());
                continue;
            }
            InstanceRecommendation trial = shown.recommendations().getFirst();
            BigDecimal cost = trial.estimatedCost().expected().amount();
            assertTrue(cost.compareTo(least.multiply(new BigDecimal("1.15"))) <= 0, trial.name());
            var names = new ArrayList<>(
                    ranked.stream().map(InstanceRecommendation::name).toList());
            assertTrue(names.remove(trial.name()), "only what was admitted and ranked is shown");
            names.addFirst(trial.name());
            assertEquals(
                    names,
                    shown.recommendations().stream()
                            .map(InstanceRecommendation::name)
                            .toList());
            assertEquals(
                    IntStream.rangeClosed(1, ranked.size()).boxed().toList(),
                    shown.recommendations().stream()
                            .map(InstanceRecommendation::rank)
                            .toList());
        }
    }

    @Test
    void a_trial_says_that_it_is_one_what_the_usual_choice_was_and_what_it_costs_more() {
        Shown shown = trial(PLAIN);
        InstanceRecommendation usual = PLAIN.getFirst();
        InstanceRecommendation tried = shown.recommendations().getFirst();
        double more = 100 * (tried.pricePerHour().value() / usual.pricePerHour().value() - 1);
        String said = tried.explanation().getFirst();
        assertTrue(
                said.startsWith("shown first as a trial, to learn from its outcome: the usual first choice is"
                        + " gcp/a100-a/eu-west-1 on demand, and this one is expected to cost "),
                said);
        assertTrue(said.endsWith(" EUR (" + Figures.significant(more) + " %) more"), said);
        assertEquals(
                "the usual first choice, behind " + tried.name() + ", which is shown first as a trial",
                shown.recommendations().get(1).explanation().getFirst());
        assertEquals(
                usual.explanation(),
                shown.recommendations()
                        .get(1)
                        .explanation()
                        .subList(1, usual.explanation().size() + 1));
    }

    private static Shown trial(List<InstanceRecommendation> ranked) {
        return LongStream.range(0, 1_000)
                .mapToObj(id -> new ExplorationPolicy(0.5).show(random(id), ranked))
                .filter(shown -> of(shown).isExploratory())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void where_there_is_no_alternative_the_usual_choice_is_certain() {
        for (List<InstanceRecommendation> alone :
                List.of(PLAIN.subList(0, 1), List.of(PLAIN.getFirst(), PLAIN.getLast()))) {
            for (long id = 0; id < 100; id++) {
                Shown shown = new ExplorationPolicy(0.5).show(random(id), alone);
                assertEquals(alone, shown.recommendations());
                assertEquals(new Exploration(0.5, 0, false, 1), of(shown));
            }
        }
    }

    @Test
    void the_draw_for_one_id_always_falls_the_same_for_kept_answers_rely_on_it() {
        var policy = new ExplorationPolicy(0.5);
        var shown = new StringBuilder();
        for (long id = 0; id < 24; id++) {
            String instance = policy.show(new UUID(0, id), PLAIN)
                    .recommendations()
                    .getFirst()
                    .offer()
                    .id()
                    .instanceType();
            shown.append(instance.equals("a100-a") ? "-" : instance.substring("a100-".length()));
        }
        assertEquals(
                "-d--gb-b----h-bghd----g-", shown.toString(), "SplitMix64's finaliser, reckoned by hand elsewhere");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0.51, Double.NaN, Double.POSITIVE_INFINITY})
    void a_probability_beyond_one_half_is_no_exploration(double probability) {
        assertThrows(IllegalArgumentException.class, () -> new ExplorationPolicy(probability));
    }
}
