package ai.artenic.optimizer.domain.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    private static final double EXACT = 1e-9;

    @Test
    void ten_trials_of_four_epochs_without_pruning_take_forty_epochs_in_rounds() {
        Schedule schedule = Schedule.of(new Pruning.None(), 10, 4);
        assertEquals(40, schedule.trialEpochs(3));
        assertEquals(40, schedule.wallEpochs(1));
        assertEquals(16, schedule.wallEpochs(3));
        assertEquals(4, schedule.wallEpochs(10));
    }

    @Test
    void of_27_trials_a_third_goes_on_at_1_3_9_and_27_epochs() {
        // 27 run 1 epoch, 9 run 2 more, 3 run 6 more, 1 runs 18 more
        Schedule schedule = Schedule.of(new Pruning.SuccessiveHalving(3, 1), 27, 27);
        assertEquals(27 + (9 * 2) + (3 * 6) + 18, schedule.trialEpochs(1));
        assertEquals(schedule.trialEpochs(1), schedule.wallEpochs(1));
        // on 9 machines: 3 rounds of 1, then one round at each rung
        assertEquals(3 + 2 + 6 + 18, schedule.wallEpochs(9));
    }

    @Test
    void rungs_end_at_the_last_epoch_and_somebody_always_goes_on() {
        // rungs 2, 8, 10; 5 trials, then 1, then still 1
        Schedule schedule = Schedule.of(new Pruning.SuccessiveHalving(4, 2), 5, 10);
        assertEquals((5 * 2) + 6 + 2, schedule.trialEpochs(2));
        assertEquals((3 * 2) + 6 + 2, schedule.wallEpochs(2));
    }

    @Test
    void where_the_first_rung_is_the_end_nothing_is_pruned() {
        for (Pruning pruning : List.of(new Pruning.SuccessiveHalving(2, 8), new Pruning.Median(8))) {
            Schedule schedule = Schedule.of(pruning, 7, 8);
            assertEquals(56, schedule.trialEpochs(2), pruning.toString());
            assertEquals(32, schedule.wallEpochs(2), pruning.toString());
        }
    }

    @Test
    void under_the_median_rule_five_trials_run_in_full_and_the_others_stop_by_halves() {
        // on one machine: 5 in full, 3 others run 1 + 1/2 + 1/4 + 1/8 epochs of 4
        Schedule one = Schedule.of(new Pruning.Median(1), 8, 4);
        assertEquals((5 * 4) + (3 * 1.875), one.trialEpochs(1), EXACT);
        assertEquals(one.trialEpochs(1), one.wallEpochs(1), EXACT);
        // on two machines the fifth ends together with the sixth
        assertEquals((6 * 4) + (2 * 1.875), one.trialEpochs(2), EXACT);
        // the two others side by side: the longer of two, 1 + 3/4 + 7/16 + 15/64
        assertEquals((3 * 4) + 1 + 0.75 + 0.4375 + 0.234375, one.wallEpochs(2), EXACT);
    }

    @Test
    void as_many_machines_as_trials_leave_the_median_rule_nothing_to_compare_with() {
        Schedule schedule = Schedule.of(new Pruning.Median(1), 20, 10);
        assertEquals(200, schedule.trialEpochs(20));
        assertEquals(10, schedule.wallEpochs(20));
    }

    @Test
    void no_more_machines_are_taken_than_end_the_sweep_sooner() {
        Schedule ten = Schedule.of(new Pruning.None(), 10, 1);
        assertEquals(OptionalInt.of(5), ten.soonest(9, _ -> true)); // two rounds, as with nine
        assertEquals(OptionalInt.of(10), ten.soonest(10, _ -> true));
        assertEquals(OptionalInt.empty(), ten.soonest(10, epochs -> epochs < 10));
    }

    @Test
    void a_pruning_without_sense_cannot_be_made() {
        assertThrows(IllegalArgumentException.class, () -> new Pruning.Median(0));
        assertThrows(IllegalArgumentException.class, () -> new Pruning.SuccessiveHalving(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Pruning.SuccessiveHalving(2, 0));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_parallelism_never_makes_a_sweep_longer(long seed) {
        Schedule schedule = seeded(seed);
        int trials = trials(seed);
        double before = Double.POSITIVE_INFINITY;
        for (int most = 1; most <= trials; most++) {
            double wall = schedule.wallEpochs(schedule.soonest(most, _ -> true).orElseThrow());
            assertTrue(wall <= before, () -> schedule + " grows");
            before = wall;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_machines_taken_are_the_fewest_that_are_over_soonest_within_the_budget(long seed) {
        Schedule schedule = seeded(seed);
        int trials = trials(seed);
        var random = new SplittableRandom(seed);
        int most = 1 + random.nextInt(trials);
        double budget = schedule.mostTrialEpochs() * (0.3 + 0.8 * random.nextDouble());
        List<Integer> affordable = IntStream.rangeClosed(1, most)
                .filter(parallel -> schedule.trialEpochs(parallel) <= budget)
                .boxed()
                .toList();
        double least =
                affordable.stream().mapToDouble(schedule::wallEpochs).min().orElse(0);
        OptionalInt fewest = affordable.stream()
                .filter(parallel -> schedule.wallEpochs(parallel) <= least)
                .mapToInt(Integer::intValue)
                .min();
        assertEquals(fewest, schedule.soonest(most, epochs -> epochs <= budget), schedule::toString);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_pruning_is_never_dearer(long seed) {
        var random = new SplittableRandom(seed);
        int trials = trials(seed);
        int epochs = 1 + random.nextInt(100);
        int least = 1 + random.nextInt(epochs);
        int factor = 2 + random.nextInt(4);
        int parallel = 1 + random.nextInt(trials);
        double none = Schedule.of(new Pruning.None(), trials, epochs).trialEpochs(parallel);
        double halving = 0;
        double median = 0;
        for (int earliest = 1; earliest <= least; earliest++) {
            double later = Schedule.of(new Pruning.SuccessiveHalving(factor, earliest), trials, epochs)
                    .trialEpochs(parallel);
            assertTrue(halving <= later && later <= none);
            halving = later;
            later = Schedule.of(new Pruning.Median(earliest), trials, epochs).trialEpochs(parallel);
            assertTrue(median <= later && later <= none);
            median = later;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_trials_never_take_less(long seed) {
        var random = new SplittableRandom(seed);
        int epochs = 1 + random.nextInt(100);
        int least = 1 + random.nextInt(epochs);
        int parallel = 1 + random.nextInt(10);
        for (Pruning pruning : List.of(
                new Pruning.None(),
                new Pruning.Median(least),
                new Pruning.SuccessiveHalving(2 + random.nextInt(4), least))) {
            for (int trials = parallel; trials < 100; trials++) {
                Schedule fewer = Schedule.of(pruning, trials, epochs);
                Schedule more = Schedule.of(pruning, trials + 1, epochs);
                assertTrue(fewer.trialEpochs(parallel) <= more.trialEpochs(parallel), fewer::toString);
                assertTrue(fewer.wallEpochs(parallel) <= more.wallEpochs(parallel) + EXACT, fewer::toString);
            }
        }
    }

    private static int trials(long seed) {
        return 1 + new SplittableRandom(seed).nextInt(60);
    }

    private static Schedule seeded(long seed) {
        var random = new SplittableRandom(-seed);
        int epochs = 1 + random.nextInt(50);
        int least = 1 + random.nextInt(epochs);
        Pruning pruning = switch (random.nextInt(3)) {
            case 0 -> new Pruning.None();
            case 1 -> new Pruning.Median(least);
            default -> new Pruning.SuccessiveHalving(2 + random.nextInt(4), least);
        };
        return Schedule.of(pruning, trials(seed), epochs);
    }
}
