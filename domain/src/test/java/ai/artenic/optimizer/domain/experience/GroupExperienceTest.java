package ai.artenic.optimizer.domain.experience;

import static ai.artenic.optimizer.domain.experience.Placements.cpu;
import static ai.artenic.optimizer.domain.experience.Placements.failed;
import static ai.artenic.optimizer.domain.experience.Placements.took;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupExperienceTest {
    private static final List<Placement> CLUSTERS = Placements.clusters();

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static GroupExperience of(PastRun... runs) {
        return GroupExperience.of(List.of(runs)).among(CLUSTERS);
    }

    @Test
    void where_nothing_ran_nothing_is_taught() {
        assertTrue(GroupExperience.NONE.isEmpty());
        assertTrue(GroupExperience.of(List.of()).isEmpty());
        assertSame(GroupExperience.NONE, GroupExperience.NONE.among(CLUSTERS));
        assertEquals(Lesson.NONE, GroupExperience.NONE.of(cpu("aws", 8, 2)));
        assertEquals(Lesson.NONE, GroupExperience.of(List.of()).of(cpu("aws", 8, 2)));
        assertEquals(new Lesson(1, 1, Math.sqrt(4.25), 0), Lesson.NONE);
    }

    @Test
    void one_run_by_hand() {
        // The covariance with itself is 4 + 0.25, the noise's variance 0.07 * 0.07.
        Lesson lesson = of(took(cpu("aws", 8, 2), 2)).of(cpu("aws", 8, 2));
        double share = 4.25 / (4.25 + 0.07 * 0.07);
        assertEquals(Math.pow(2, share), lesson.hoursFactor(), 1e-12);
        assertEquals(Math.sqrt(4.25 * (1 - share)), lesson.deviation(), 1e-9);
        assertEquals(1, lesson.riskFactor());
        assertEquals(1, lesson.runs());
    }

    @Test
    void where_all_runs_take_twice_as_long_every_placement_is_expected_to() {
        GroupExperience doubled = of(
                took(cpu("aws", 4, 1), 2),
                took(cpu("aws", 8, 2), 2),
                took(cpu("gcp", 16, 8), 2),
                took(cpu("aws", 32, 4), 2));
        CLUSTERS.forEach(place -> assertEquals(2, doubled.of(place).hoursFactor(), 0.05, place.toString()));
        assertEquals(2, doubled.of(cpu("azure", 64, 64)).hoursFactor(), 0.05);
    }

    @Test
    void a_slow_placement_is_expected_to_be_slow_again_and_an_unlike_one_less_so() {
        GroupExperience mixed = of(took(cpu("aws", 4, 1), 3), took(cpu("aws", 32, 8), 1));
        double there = mixed.of(cpu("aws", 4, 1)).hoursFactor();
        double near = mixed.of(cpu("aws", 4, 2)).hoursFactor();
        double unlike = mixed.of(cpu("aws", 32, 8)).hoursFactor();
        assertTrue(there > near && near > unlike, there + ", " + near + ", " + unlike);
        assertEquals(3, there, 0.15);
        assertEquals(1, unlike, 0.05);
    }

    @Test
    void other_providers_and_other_gpus_are_less_alike() {
        GroupExperience mixed = of(took(cpu("aws", 8, 1), 3), took(cpu("aws", 32, 8), 1));
        assertTrue(mixed.of(cpu("gcp", 8, 1)).hoursFactor()
                < mixed.of(cpu("aws", 8, 1)).hoursFactor());
        List<Placement> cards = List.of(
                card(Offers.gpu("aws", "a", Gpus.A100, 1, 2, 0)),
                card(Offers.gpu("aws", "b", Gpus.H100, 1, 2, 0)),
                card(Offers.gpu("aws", "c", Gpus.L4, 1, 9, 0)));
        GroupExperience gpus = GroupExperience.of(List.of(took(cards.get(0), 3), took(cards.get(2), 1)))
                .among(cards);
        assertTrue(gpus.of(cards.get(1)).hoursFactor() < gpus.of(cards.get(0)).hoursFactor());
    }

    private static Placement card(Offer offer) {
        return new Placement(
                offer.id().provider(), "x", offer.machine(), 1, offer.onDemand().value());
    }

    @Test
    void a_failure_makes_its_placement_and_those_like_it_a_risk() {
        GroupExperience burnt = of(took(cpu("aws", 32, 8), 1), failed(cpu("aws", 4, 1)));
        double there = burnt.of(cpu("aws", 4, 1)).riskFactor();
        double near = burnt.of(cpu("aws", 8, 1)).riskFactor();
        double far = burnt.of(cpu("aws", 32, 8)).riskFactor();
        assertEquals(Math.exp(1.5 / 1.3), there, 0.01);
        assertTrue(there > near && near > far && far >= 1, there + ", " + near + ", " + far);
        assertEquals(1, far, 0.05);
        assertEquals(1, of(took(cpu("aws", 4, 1), 1)).of(cpu("aws", 4, 1)).riskFactor());
    }

    @Test
    void many_runs_at_one_placement_by_hand() {
        // n values of variance s at one point are their mean with variance s / n.
        Placement place = cpu("aws", 8, 2);
        Lesson lesson = of(took(place, 2), took(place, 4), took(place, 8)).of(place);
        double share = 4.25 / (4.25 + 0.07 * 0.07 / 3);
        assertEquals(Math.pow(4, share), lesson.hoursFactor(), 1e-12);
        assertEquals(Math.sqrt(4.25 * (1 - share)), lesson.deviation(), 1e-9);
        assertEquals(3, lesson.runs());
    }

    @Test
    void a_choice_among_the_same_is_prepared_once() {
        GroupExperience experience = GroupExperience.of(List.of(took(cpu("aws", 4, 1), 3)));
        GroupExperience among = experience.among(CLUSTERS);
        assertSame(among, experience.among(List.copyOf(CLUSTERS)));
        List<Placement> others = CLUSTERS.subList(0, 5);
        assertNotSame(among, experience.among(others));
        assertEquals(among.of(CLUSTERS.getLast()), experience.among(CLUSTERS).of(CLUSTERS.getLast()));
    }

    @Test
    void the_greatest_speed_up_is_that_of_the_fastest_run_that_came_to_its_end() {
        assertEquals(1, GroupExperience.NONE.greatestSpeedUp());
        assertEquals(1, of(took(cpu("aws", 4, 1), 3)).greatestSpeedUp());
        var quick = new PastRun(cpu("aws", 4, 1), 10, 0.1, true);
        assertEquals(
                4,
                of(took(cpu("aws", 4, 1), 0.5), took(cpu("aws", 8, 1), 0.25), quick)
                        .greatestSpeedUp(),
                1e-12);
    }

    @Test
    void a_failed_run_never_makes_its_placement_look_fast() {
        var quick = new PastRun(cpu("aws", 4, 1), 10, 0.1, true);
        GroupExperience burnt = of(took(cpu("aws", 32, 8), 2), took(cpu("aws", 16, 4), 2), quick);
        assertEquals(2, burnt.of(cpu("aws", 4, 1)).hoursFactor(), 0.05);
        assertTrue(of(quick).of(cpu("aws", 4, 1)).riskFactor() > 3);
        assertEquals(1, of(quick).of(cpu("aws", 4, 1)).hoursFactor(), 0.001, "as modelled, where all failed");
        var atOnce = new PastRun(cpu("aws", 4, 1), 10, 0, true);
        assertEquals(of(quick).of(cpu("aws", 4, 1)), of(atOnce).of(cpu("aws", 4, 1)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_risk_lies_between_one_and_four_and_a_half(long seed) {
        GroupExperience experience =
                GroupExperience.of(Placements.seeded(seed, 30)).among(CLUSTERS);
        for (Placement place : CLUSTERS) {
            double risk = experience.of(place).riskFactor();
            assertTrue(risk >= 1 && risk <= Math.exp(1.5), place + ": " + risk);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_run_takes_doubt_away(long seed) {
        List<PastRun> runs = Placements.seeded(seed, 12);
        Placement place = CLUSTERS.get((int) (seed % CLUSTERS.size()));
        double before = Lesson.NONE.deviation();
        for (int seen = 1; seen <= runs.size(); seen++) {
            Lesson lesson =
                    GroupExperience.of(runs.subList(0, seen)).among(CLUSTERS).of(place);
            assertTrue(lesson.deviation() < before + 1e-9, seen + " runs");
            assertEquals(seen, lesson.runs());
            before = lesson.deviation();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_runs_changes_nothing(long seed) {
        List<PastRun> runs = Placements.seeded(seed, 20);
        var shuffled = new ArrayList<>(runs);
        Collections.shuffle(shuffled, new Random(seed));
        for (Placement place : CLUSTERS) {
            Lesson one = GroupExperience.of(runs).of(place);
            Lesson other = GroupExperience.of(shuffled).of(place);
            assertEquals(one.hoursFactor(), other.hoursFactor(), 1e-9);
            assertEquals(one.riskFactor(), other.riskFactor(), 1e-9);
            assertEquals(one.deviation(), other.deviation(), 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runs_beyond_the_most_are_forgotten_oldest_first(long seed) {
        var runs = new ArrayList<PastRun>();
        runs.add(took(cpu("aws", 1024, 64), 20));
        runs.addAll(Placements.seeded(seed, GroupExperience.MOST_RUNS));
        List<PastRun> newest = runs.subList(1, runs.size());
        assertEquals(newest, GroupExperience.of(runs).runs());
        for (Placement place : CLUSTERS.subList(0, 6)) {
            assertEquals(
                    GroupExperience.of(newest).of(place),
                    GroupExperience.of(runs).of(place));
        }
    }

    @Test
    void a_ratio_is_taken_for_twenty_at_most() {
        Placement place = cpu("aws", 8, 1);
        assertEquals(of(took(place, 20)).of(place), of(took(place, 5_000)).of(place));
        assertEquals(of(took(place, 0.05)).of(place), of(took(place, 1e-6)).of(place));
    }

    @Test
    void placements_of_unknown_size_are_told_apart_by_price() {
        Placement small = Placements.unknown("aws", 1);
        Placement large = Placements.unknown("aws", 8);
        GroupExperience mixed = GroupExperience.of(List.of(took(small, 3), took(large, 1)));
        assertTrue(mixed.of(small).hoursFactor() > mixed.of(large).hoursFactor());
        assertFalse(Double.isNaN(mixed.of(cpu("aws", 4, 1)).hoursFactor()));
    }

    @Test
    void nonsense_is_refused() {
        Placement place = cpu("aws", 8, 1);
        for (double hours : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new PastRun(place, hours, 1, false));
            assertThrows(IllegalArgumentException.class, () -> new PastRun(place, 1, hours, false));
        }
        assertThrows(IllegalArgumentException.class, () -> cpu("aws", 8, 0));
        assertThrows(IllegalArgumentException.class, () -> Placements.unknown("aws", 0));
        assertThrows(IllegalArgumentException.class, () -> Placements.unknown("aws", Double.NaN));
    }
}
