package ai.artenic.optimizer.domain.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.workload.Resumption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotOverheadTest {
    private static final SpotOverhead RESUMING = new SpotOverhead(true, 2.0 / 60, 6.0 / 60, Lifetimes.MEASURED);
    private static final double WORK = 400;
    private static final SpotOverhead USUAL = SpotOverhead.of(Resumption.UNSTATED);
    private static final SpotOverhead STARTING_OVER = new SpotOverhead(false, 2.0 / 60, 6.0 / 60, Lifetimes.MEMORYLESS);

    @ParameterizedTest(name = "mean time between interruptions of {0} h costs {1}")
    @CsvSource({"1, 1.45", "2, 1.27", "4, 1.17", "8, 1.11", "24, 1.06", "100, 1.03"})
    void checkpoints_bound_the_loss_as_young_and_daly_say(double hoursBetween, double factor) {
        assertEquals(factor, RESUMING.factor(1000, new Hazard(1 / hoursBetween)), 0.01);
    }

    @ParameterizedTest(name = "without checkpoints, an 8 h job at one interruption in {0} h costs {1}")
    @CsvSource({"2, 14", "4, 3.3", "8, 1.7", "24, 1.2"})
    void without_checkpoints_the_loss_on_memoryless_nodes_is_exponential(double hoursBetween, double factor) {
        assertEquals(factor, STARTING_OVER.factor(8, new Hazard(1 / hoursBetween)), 0.05 * factor);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_restart_law_agrees_with_a_simulation(long seed) {
        var random = new SplittableRandom(seed);
        double lambda = 0.2;
        double hours = 5;
        double total = 0;
        int jobs = 100_000;
        for (int i = 0; i < jobs; i++) {
            double up = -Math.log(1 - random.nextDouble()) / lambda;
            while (up < hours) {
                total += up;
                up = -Math.log(1 - random.nextDouble()) / lambda;
            }
            total += hours;
        }
        var noRestartCost = new SpotOverhead(false, 0, 0, Lifetimes.MEMORYLESS);
        assertEquals(total / jobs / hours, noRestartCost.factor(hours, new Hazard(lambda)), 0.02);
    }

    @ParameterizedTest(name = "hazard {0} per hour, checkpoint {1} h, restart {2} h")
    @CsvSource({"0.1, 0.033, 0.1", "0.5, 0.033, 0.1", "1.0, 0.01, 0.05", "0.05, 0.2, 0.5", "0.3, 0.1, 0.02"})
    void the_checkpoint_interval_is_within_two_per_cent_of_a_simulated_optimum(
            double hazard, double write, double restart) {
        var overhead = new SpotOverhead(true, write, restart, Lifetimes.MEASURED);
        double advised = overhead.checkpointIntervalHours(new Hazard(hazard));
        double best = Double.POSITIVE_INFINITY;
        for (double share = 0.3; share < 3.4; share *= 1.25) {
            best = Math.min(best, simulated(hazard, write, restart, share * advised));
        }
        double taken = simulated(hazard, write, restart, advised);
        assertTrue(taken <= 1.02 * best, advised + " h takes " + taken + ", the best " + best);
        assertEquals(taken, overhead.factor(WORK, new Hazard(hazard)), 0.02 * taken);
    }

    /// Running time over work, of a job that saves itself at this interval and loses what it did since: every interval
    /// gives the same interruptions to the same moments of its own running time.
    private static double simulated(double hazard, double write, double restart, double interval) {
        double total = 0;
        int jobs = 60;
        for (int job = 0; job < jobs; job++) {
            var random = new SplittableRandom(1000 + job);
            double next = exponential(random, hazard);
            double clock = 0;
            double done = 0;
            while (done < WORK) {
                double useful = Math.min(interval, WORK - done);
                double attempt = useful + write;
                if (clock + attempt <= next) {
                    clock += attempt;
                    done += useful;
                } else {
                    clock = next + restart;
                    next = next + exponential(random, hazard);
                    while (next < clock) {
                        clock = next + restart;
                        next = next + exponential(random, hazard);
                    }
                }
            }
            total += clock;
        }
        return total / jobs / WORK;
    }

    private static double exponential(SplittableRandom random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-5, 1e-7, 1e-9, 1e-12})
    void as_the_hazard_vanishes_spot_takes_as_long_as_on_demand(double hazard) {
        for (double hours : new double[] {0.01, 1, 100}) {
            double room = 1 + 3 * Math.sqrt(hazard) + hazard * hours;
            for (SpotOverhead overhead : new SpotOverhead[] {RESUMING, STARTING_OVER, USUAL}) {
                double factor = overhead.factor(hours, new Hazard(hazard));
                assertTrue(factor >= 1 && factor <= room, hazard + ", " + hours + " h: " + factor);
            }
        }
    }

    @Test
    void no_hazard_costs_nothing() {
        assertEquals(1, RESUMING.factor(10, new Hazard(0)));
        assertEquals(1, STARTING_OVER.factor(0, new Hazard(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_factor_never_falls_as_the_hazard_rises_and_checkpointing_never_hurts(long seed) {
        var random = new SplittableRandom(seed);
        double hours = Math.pow(10, random.nextDouble() * 4 - 1);
        double previous = 1;
        for (double hazard = 0.001; hazard < 3; hazard *= 1.5) {
            double factor = RESUMING.factor(hours, new Hazard(hazard));
            assertTrue(factor >= previous - 1e-12, hazard + ": " + factor + " after " + previous);
            assertTrue(factor <= STARTING_OVER.factor(hours, new Hazard(hazard)) + 1e-12);
            previous = factor;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void every_hazard_there_can_be_has_a_factor_between_one_and_a_million(long seed) {
        var random = new SplittableRandom(seed);
        double hours = Math.pow(10, random.nextDouble() * 16 - 8);
        var rates = new double[] {Double.MIN_VALUE, 1e-310, Math.pow(10, -300 * random.nextDouble()), 3600};
        for (double rate : rates) {
            for (SpotOverhead overhead : new SpotOverhead[] {RESUMING, STARTING_OVER, USUAL}) {
                double factor = overhead.factor(hours, new Hazard(rate).ofNodes(1 + random.nextInt(100_000)));
                assertTrue(factor >= 1 && factor <= 1e6, rate + " per hour, " + hours + " h: " + factor);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new Hazard(1e308));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_law_of_starting_over_agrees_with_a_simulation_of_nodes_that_live_the_longer_the_older_they_are(long seed) {
        var random = new SplittableRandom(seed);
        double lambda = 0.3;
        double hours = 4;
        double shape = Lifetimes.MEASURED.shape();
        double total = 0;
        int jobs = 200_000;
        for (int i = 0; i < jobs; i++) {
            double up = lomax(random, lambda, shape);
            while (up < hours) {
                total += up;
                up = lomax(random, lambda, shape);
            }
            total += hours;
        }
        var noRestartCost = new SpotOverhead(false, 0, 0, Lifetimes.MEASURED);
        assertEquals(total / jobs / hours, noRestartCost.factor(hours, new Hazard(lambda)), 0.02);
    }

    @Test
    void beyond_a_day_the_hazard_falls_no_further_so_that_a_job_of_weeks_never_ends_without_checkpoints() {
        var hazard = new Hazard(0.1);
        double survival = Math.pow(1 + 0.1 * 24 / 1.3, -1.3);
        double rate = 0.1 / (1 + 0.1 * 24 / 1.3);
        assertEquals(survival, Lifetimes.MEASURED.survival(hazard, 24), 1e-12);
        assertEquals(survival * Math.exp(-rate * 10), Lifetimes.MEASURED.survival(hazard, 34), 1e-12);
        double sum = 0;
        for (double at = 0.005; at < 34; at += 0.01) {
            sum += 0.01 * Lifetimes.MEASURED.survival(hazard, at);
        }
        assertEquals(sum, Lifetimes.MEASURED.meanUpTo(hazard, 34), 1e-3);
        assertTrue(USUAL.factor(500, hazard) > 1000);
    }

    private static double lomax(SplittableRandom random, double rate, double shape) {
        return shape / rate * (Math.pow(1 - random.nextDouble(), -1 / shape) - 1);
    }

    @Test
    void a_hopeless_job_has_a_finite_factor() {
        assertEquals(1e6, STARTING_OVER.factor(1e5, new Hazard(1)));
    }

    @Test
    void what_the_user_does_not_say_counts_as_no_checkpointing() {
        assertEquals(
                new SpotOverhead(false, 2.0 / 60, 6.0 / 60, Lifetimes.MEASURED), SpotOverhead.of(Resumption.UNSTATED));
    }

    @Test
    void several_nodes_are_interrupted_more_often() {
        assertEquals(0.4, new Hazard(0.1).ofNodes(4).perHour(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Hazard(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Hazard(-0.1));
    }
}
