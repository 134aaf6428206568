package ai.artenic.optimizer.domain.calibration;

import static ai.artenic.optimizer.domain.fixture.Observations.LORA_7B;
import static ai.artenic.optimizer.domain.fixture.Observations.TREES;
import static ai.artenic.optimizer.domain.fixture.Observations.exhausted;
import static ai.artenic.optimizer.domain.fixture.Observations.finished;
import static ai.artenic.optimizer.domain.fixture.Observations.fitted;
import static ai.artenic.optimizer.domain.fixture.Observations.measured;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryCalibrationTest {
    private static double factor(List<Observation> observations) {
        return Calibration.of(observations).memoryFactor(LORA_7B);
    }

    private static List<Observation> several(int count, IntFunction<Observation> one) {
        return IntStream.range(0, count).mapToObj(one).toList();
    }

    private static List<Observation> and(List<Observation> some, List<Observation> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<Observation> seededRuns(SplittableRandom random) {
        var runs = new ArrayList<Observation>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            double ratio = Math.exp(random.nextDouble(-1, 1));
            runs.add(
                    switch (random.nextInt(3)) {
                        case 0 -> exhausted("a" + i, ratio);
                        case 1 -> fitted("b" + i, ratio);
                        default -> measured("c" + i, ratio);
                    });
        }
        return runs;
    }

    @Test
    void runs_out_of_memory_at_one_level_raise_the_need_like_a_shrunk_median() {
        assertEquals(Math.pow(1.5, 0.25), factor(several(1, i -> exhausted("o" + i, 1.5))), 1e-12);
        assertEquals(Math.pow(1.5, 6 / 9.0), factor(several(6, i -> exhausted("o" + i, 1.5))), 1e-12);
    }

    @Test
    void a_run_out_of_memory_that_was_foreseen_changes_nothing() {
        assertEquals(1, factor(several(9, i -> exhausted("o" + i, 0.8))));
        List<Observation> severe = several(3, i -> exhausted("o" + i, 2));
        assertEquals(factor(severe), factor(and(severe, several(9, i -> exhausted("p" + i, 0.8)))));
    }

    @Test
    void other_workloads_and_runs_that_tell_nothing_of_memory_change_nothing() {
        assertEquals(1, Calibration.of(several(5, i -> exhausted("o" + i, 3))).memoryFactor(TREES));
        assertEquals(1, factor(several(5, i -> finished("f" + i, 3))));
        assertEquals(1, factor(several(5, i -> fitted("f" + i, 3))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void one_more_run_out_of_memory_or_a_worse_one_never_lowers_the_need(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 50; round++) {
            List<Observation> runs = seededRuns(random);
            double before = factor(runs);
            double ratio = Math.exp(random.nextDouble(-1, 1));
            double mild = factor(and(runs, List.of(exhausted("new", ratio))));
            double worse = factor(and(runs, List.of(exhausted("new", ratio * (1 + random.nextDouble())))));
            assertTrue(before <= mild && mild <= worse, before + " " + mild + " " + worse);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_factor_is_bounded_and_without_measurements_never_below_one(long seed) {
        for (WorkloadClass workload : List.of(LORA_7B, TREES)) {
            double any = Calibration.of(Observations.seeded(seed, 80)).memoryFactor(workload);
            assertTrue(any >= 0.25 && any <= 4, () -> "factor " + any);
        }
        var random = new SplittableRandom(seed);
        double unmeasured = factor(and(
                several(20, i -> exhausted("o" + i, random.nextDouble(0.1, 5))),
                several(20, i -> fitted("f" + i, random.nextDouble(0.1, 5)))));
        assertTrue(unmeasured >= 1 && unmeasured <= 4, () -> "factor " + unmeasured);
        assertEquals(4, factor(several(1000, i -> exhausted("o" + i, 1e6))), 1e-12);
    }

    @Test
    void one_absurd_run_out_of_memory_does_not_overturn_the_runs_that_fitted() {
        assertTrue(factor(and(several(100, i -> fitted("f" + i, 1.2)), List.of(exhausted("o", 1e9)))) < 1.05);
    }

    @Test
    void runs_that_fitted_on_roomier_cards_do_not_speak_against_a_higher_need() {
        List<Observation> exhausted = several(4, i -> exhausted("o" + i, 1.5));
        assertEquals(factor(exhausted), factor(and(exhausted, several(50, i -> fitted("f" + i, 1.5)))));
        assertTrue(factor(exhausted) > factor(and(exhausted, several(50, i -> fitted("f" + i, 1.4)))));
    }

    @Test
    void measured_peaks_correct_the_need_like_hours_up_and_down() {
        assertEquals(Math.pow(1.4, 0.25), factor(several(1, i -> measured("m" + i, 1.4))), 1e-12);
        assertEquals(Math.pow(0.7, 7 / 10.0), factor(several(7, i -> measured("m" + i, 0.7))), 1e-12);
    }

    @Test
    void a_need_that_measured_peaks_lowered_too_far_is_raised_again_by_runs_out_of_memory() {
        List<Observation> lowered = several(7, i -> measured("m" + i, 0.5));
        assertTrue(factor(and(lowered, several(20, i -> exhausted("o" + i, 0.9)))) > factor(lowered));
    }
}
