package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.evaluation.PairedBootstrap.Bounds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairedBootstrapTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static double[] differences(int groups, long seed) {
        var random = new SplittableRandom(seed);
        var differences = new double[groups];
        Arrays.setAll(differences, _ -> random.nextGaussian(0.1, 1));
        return differences;
    }

    private static Bounds bounds(double[] differences, long seed) {
        return PairedBootstrap.of(differences, new SplittableRandom(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_mean_lies_within_the_bounds(long seed) {
        double[] differences = differences(25, seed);
        double mean = Arrays.stream(differences).average().orElseThrow();
        Bounds bounds = bounds(differences, seed);
        assertTrue(bounds.low() < mean && mean < bounds.high(), bounds + " around " + mean);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_groups_make_it_more_certain(long seed) {
        Bounds few = bounds(differences(10, seed), seed);
        Bounds many = bounds(differences(400, seed), seed);
        assertTrue(many.high() - many.low() < few.high() - few.low(), few + " and " + many);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_seed_draws_the_same_groups(long seed) {
        double[] differences = differences(25, seed);
        assertEquals(bounds(differences, seed), bounds(differences, seed));
    }

    @Test
    void a_hundred_standard_normal_differences_are_bounded_by_about_a_sixth() {
        Bounds bounds = bounds(differences(100, 1), 1);
        assertEquals(2 * 1.645 / Math.sqrt(100), bounds.high() - bounds.low(), 0.07);
    }

    @Test
    void equal_differences_leave_no_doubt_and_no_group_leaves_nothing_else() {
        assertEquals(new Bounds(0.5, 0.5), bounds(new double[] {0.5, 0.5, 0.5}, 1));
        assertEquals(new Bounds(0.25, 0.25), bounds(new double[] {0.25}, 1));
        assertEquals(new Bounds(Double.NaN, Double.NaN), bounds(new double[0], 1));
    }
}
