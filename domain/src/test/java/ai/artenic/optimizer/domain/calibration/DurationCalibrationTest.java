package ai.artenic.optimizer.domain.calibration;

import static ai.artenic.optimizer.domain.fixture.Observations.A100;
import static ai.artenic.optimizer.domain.fixture.Observations.L4;
import static ai.artenic.optimizer.domain.fixture.Observations.LORA_7B;
import static ai.artenic.optimizer.domain.fixture.Observations.TREES;
import static ai.artenic.optimizer.domain.fixture.Observations.finished;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Observations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationCalibrationTest {
    private static double factor(List<Observation> observations) {
        return Calibration.of(observations).durationFactor(A100, LORA_7B);
    }

    private static List<Observation> jobs(HardwareClass hardware, double... ratios) {
        return IntStream.range(0, ratios.length)
                .mapToObj(i -> finished(hardware.text() + i, hardware, LORA_7B, ratios[i]))
                .toList();
    }

    private static List<Observation> alike(HardwareClass hardware, int count, double ratio) {
        return jobs(hardware, DoubleStream.generate(() -> ratio).limit(count).toArray());
    }

    private static List<Observation> both(List<Observation> some, List<Observation> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void where_nothing_is_known_nothing_is_corrected() {
        assertEquals(1, Calibration.NONE.durationFactor(A100, LORA_7B));
        assertEquals(1, Calibration.of(alike(A100, 9, 3)).durationFactor(A100, TREES));
        assertEquals(List.of(), Calibration.NONE.classes());
    }

    @Test
    void one_outcome_moves_the_hours_a_quarter_of_the_way_in_logarithms() {
        assertEquals(Math.pow(2, 0.25), factor(alike(A100, 1, 2)), 1e-12);
    }

    @Test
    void n_outcomes_move_the_hours_by_n_over_n_plus_three_of_their_log_median() {
        assertEquals(Math.pow(3, 5 / 8.0), factor(jobs(A100, 1, 2, 3, 4, 5)), 1e-12);
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertEquals(Math.pow(4, 4 / 7.0), factor(jobs(A100, 1, 2, 8, 20)), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void with_many_outcomes_the_factor_tends_to_the_true_ratio(long seed) {
        var random = new SplittableRandom(seed);
        double truth = Math.exp(random.nextDouble(-2, 2));
        double[] ratios = random.doubles(2000)
                .map(_ -> truth * Math.exp(random.nextGaussian(0, 0.5)))
                .toArray();
        assertEquals(Math.log(truth), Math.log(factor(jobs(A100, ratios))), 0.05);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_of_the_outcomes_does_not_matter(long seed) {
        List<Observation> seen = Observations.seeded(seed, 60);
        var shuffled = new ArrayList<>(seen);
        Collections.shuffle(shuffled, new Random(seed));
        Calibration one = Calibration.of(seen);
        Calibration other = Calibration.of(shuffled);
        assertEquals(one.classes(), other.classes());
        for (WorkloadClass workload : List.of(LORA_7B, TREES)) {
            assertEquals(one.memoryFactor(workload), other.memoryFactor(workload));
            assertEquals(one.durationFactor(A100, workload), other.durationFactor(A100, workload));
            assertEquals(one.durationFactor(L4, workload), other.durationFactor(L4, workload));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void swapping_model_and_reality_inverts_the_factor(long seed) {
        double[] ratios = new SplittableRandom(seed)
                .doubles(seed + 3, -3.5, 3.5)
                .map(Math::exp)
                .toArray();
        double[] inverse = DoubleStream.of(ratios).map(ratio -> 1 / ratio).toArray();
        List<Observation> seen = both(jobs(A100, ratios), jobs(L4, 5, 0.3));
        List<Observation> swapped = both(jobs(A100, inverse), jobs(L4, 0.2, 1 / 0.3));
        assertEquals(1, factor(seen) * factor(swapped), 1e-12);
    }

    @Test
    void one_absurd_outcome_cannot_move_the_median_of_many() {
        assertEquals(
                Math.pow(1.3, 20 / 23.0), factor(both(alike(A100, 19, 1.3), List.of(finished("absurd", 1e12)))), 1e-12);
    }

    @Test
    void a_ratio_counts_for_twenty_at_most_and_a_twentieth_at_least() {
        assertEquals(Math.pow(20, 0.25), factor(alike(A100, 1, 1e9)), 1e-12);
        assertEquals(Math.pow(20, -0.25), factor(alike(A100, 1, 1e-9)), 1e-12);
    }

    @Test
    void hardware_that_no_such_job_ran_on_takes_the_correction_of_all_other_hardware() {
        Calibration known = Calibration.of(alike(A100, 6, 2));
        assertEquals(Math.pow(2, 6 / 9.0), known.durationFactor(L4, LORA_7B), 1e-12);
        assertEquals(6, known.of(LORA_7B).hours(L4).elsewhere());
    }

    @Test
    void few_outcomes_on_a_hardware_are_drawn_towards_those_on_other_hardware() {
        double prior = 6 / 9.0 * Math.log(2);
        double expected = Math.exp(prior + 0.25 * (Math.log(1) - prior));
        assertEquals(expected, factor(both(alike(A100, 1, 1), alike(L4, 6, 2))), 1e-12);
    }

    @Test
    void many_outcomes_on_a_hardware_outvote_any_number_elsewhere() {
        assertEquals(1, factor(both(alike(A100, 300, 1), alike(L4, 5000, 4))), 0.02);
    }

    @Test
    void a_correction_tells_how_many_outcomes_it_rests_on() {
        Correction hours = Calibration.of(both(alike(A100, 7, 2), alike(L4, 2, 2)))
                .of(LORA_7B)
                .hours(A100);
        assertEquals(7, hours.outcomes());
        assertEquals(2, hours.elsewhere());
        assertTrue(hours.isWorthTelling() && !Correction.NONE.isWorthTelling());
    }

    @Test
    void classes_are_listed_by_name_with_their_median_before_shrinking() {
        var trees = finished("t", new HardwareClass("cpu"), TREES, 0.5);
        assertEquals(
                List.of(
                        new CalibratedClass(new HardwareClass("cpu"), TREES, 1, 0.5),
                        new CalibratedClass(A100, LORA_7B, 3, 2),
                        new CalibratedClass(L4, LORA_7B, 1, 4)),
                Calibration.of(both(both(jobs(L4, 4), jobs(A100, 1, 2, 3)), List.of(trees))).classes().stream()
                        .map(known -> new CalibratedClass(
                                known.hardware(),
                                known.workload(),
                                known.n(),
                                Math.rint(known.medianRatio() * 1e9) / 1e9))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void hours_that_cannot_be_are_refused(double hours) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Observation.Finished("job", A100, LORA_7B, 1, hours, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Observation.Finished("job", A100, LORA_7B, hours, 1, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Correction(hours, 1, 1));
    }
}
