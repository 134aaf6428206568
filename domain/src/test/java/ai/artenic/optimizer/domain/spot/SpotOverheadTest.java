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
    private static final SpotOverhead RESUMING = new SpotOverhead(true, 2.0 / 60, 6.0 / 60);
    private static final SpotOverhead STARTING_OVER = new SpotOverhead(false, 2.0 / 60, 6.0 / 60);

    @ParameterizedTest(name = "mean time between interruptions of {0} h costs {1}")
    @CsvSource({"1, 1.45", "2, 1.27", "4, 1.17", "8, 1.11", "24, 1.06", "100, 1.03"})
    void checkpoints_bound_the_loss_as_young_and_daly_say(double hoursBetween, double factor) {
        assertEquals(factor, RESUMING.factor(1000, new Hazard(1 / hoursBetween)), 0.01);
    }

    @ParameterizedTest(name = "without checkpoints, an 8 h job at one interruption in {0} h costs {1}")
    @CsvSource({"2, 14", "4, 3.3", "8, 1.7", "24, 1.2"})
    void without_checkpoints_the_loss_is_exponential(double hoursBetween, double factor) {
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
        var noRestartCost = new SpotOverhead(false, 0, 0);
        assertEquals(total / jobs / hours, noRestartCost.factor(hours, new Hazard(lambda)), 0.02);
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

    @Test
    void a_hopeless_job_has_a_finite_factor() {
        assertEquals(1e6, STARTING_OVER.factor(1e5, new Hazard(1)));
    }

    @Test
    void what_the_user_does_not_say_counts_as_no_checkpointing() {
        assertEquals(STARTING_OVER, SpotOverhead.of(Resumption.UNSTATED));
    }

    @Test
    void several_nodes_are_interrupted_more_often() {
        assertEquals(0.4, new Hazard(0.1).ofNodes(4).perHour(), 1e-12);
        assertEquals(1 - Math.exp(-0.5), new Hazard(0.1).probabilityWithin(5), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Hazard(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Hazard(-0.1));
    }
}
