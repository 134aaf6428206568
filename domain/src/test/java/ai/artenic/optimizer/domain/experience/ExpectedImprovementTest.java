package ai.artenic.optimizer.domain.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedImprovementTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.6914624613",
        "1, 0.8413447461",
        "1.644853627, 0.95",
        "1.959963985, 0.975",
        "3, 0.9986501020",
        "-1, 0.1586552539",
        "-2.326347874, 0.01",
        "-8, 6.22e-16"
    })
    void the_distribution_function_agrees_with_the_table(double z, double expected) {
        assertEquals(expected, ExpectedImprovement.cumulative(z), 7.5e-8);
    }

    @Test
    void a_belief_as_good_as_the_best_may_improve_by_two_fifths_of_its_deviation() {
        assertEquals(0.3 / Math.sqrt(2 * Math.PI), ExpectedImprovement.of(1, 0.3, 1), 1e-9);
    }

    @Test
    void without_doubt_the_gain_is_the_difference_or_none() {
        assertEquals(0.25, ExpectedImprovement.of(1, 0, 1.25), 1e-12);
        assertEquals(0, ExpectedImprovement.of(1.25, 0, 1));
        assertEquals(0.25, ExpectedImprovement.of(1, 1e-300, 1.25), 1e-12);
        assertEquals(0, ExpectedImprovement.of(1.25, 1e-300, 1));
    }

    @Test
    void one_deviation_below_the_best_by_hand() {
        double density = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
        assertEquals(0.2 * (0.8413447461 + density), ExpectedImprovement.of(0.8, 0.2, 1), 1e-7);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_is_never_negative_and_grows_with_doubt_and_with_cheapness(long seed) {
        var random = new SplittableRandom(seed);
        double cost = random.nextGaussian(0, 2);
        double deviation = random.nextDouble(0, 2);
        double best = random.nextGaussian(0, 2);
        double gain = ExpectedImprovement.of(cost, deviation, best);
        assertTrue(gain >= 0);
        assertTrue(gain >= best - cost - 1e-6, "never less than what is believed");
        assertTrue(ExpectedImprovement.of(cost, deviation + 0.1, best) >= gain - 1e-6, "more doubt");
        assertTrue(ExpectedImprovement.of(cost - 0.1, deviation, best) >= gain - 1e-6, "cheaper");
    }
}
