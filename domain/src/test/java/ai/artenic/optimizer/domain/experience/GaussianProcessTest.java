package ai.artenic.optimizer.domain.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.experience.GaussianProcess.Belief;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GaussianProcessTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /// Of points on a line, by the squared exponential of unit length.
    private static double[][] covariance(double... points) {
        var covariance = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            covariance[i] = with(points[i], points);
        }
        return covariance;
    }

    private static double[] with(double point, double... points) {
        var covariance = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            covariance[i] = Math.exp(-(point - points[i]) * (point - points[i]) / 2);
        }
        return covariance;
    }

    private static double[] noise(int count, double deviation) {
        var noise = new double[count];
        Arrays.fill(noise, deviation * deviation);
        return noise;
    }

    private static double[] seeded(SplittableRandom random, int count) {
        return random.doubles(count, -3, 3).toArray();
    }

    @Test
    void two_points_by_hand() {
        // K + I = [[2, 0.5], [0.5, 2]], its inverse is [[2, -0.5], [-0.5, 2]] / 3.75; k = [0.8, 0.4].
        double[][] known = {{1, 0.5}, {0.5, 1}};
        Belief belief = new GaussianProcess(known, new double[] {1, 2}, noise(2, 1)).at(new double[] {0.8, 0.4}, 1);
        assertEquals((1.4 * 1 + 0.4 * 2) / 3.75, belief.mean(), 1e-12);
        assertEquals(Math.sqrt(1 - (0.8 * 1.4 + 0.4 * 0.4) / 3.75), belief.deviation(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void values_seen_at_one_point_tell_as_much_as_their_mean_with_less_noise(long seed) {
        var random = new SplittableRandom(seed);
        double[] points = seeded(random, 4);
        double[] values = seeded(random, 4);
        double at = random.nextDouble(-3, 3);
        double[] repeated = {points[0], points[1], points[0], points[2], points[0], points[3]};
        double[] seen = {values[0] + 0.3, values[1], values[0] - 0.5, values[2], values[0] + 0.2, values[3]};
        Belief one = new GaussianProcess(covariance(repeated), seen, noise(6, 0.3)).at(with(at, repeated), 1);
        double[] noise = {0.09 / 3, 0.09, 0.09, 0.09};
        var merged = new GaussianProcess(covariance(points), values, noise);
        assertEquals(one.mean(), merged.at(with(at, points), 1).mean(), 1e-9);
        assertEquals(one.deviation(), merged.at(with(at, points), 1).deviation(), 1e-9);
        assertEquals(one.mean(), merged.mean(with(at, points)), 1e-9);
    }

    @Test
    void where_nothing_was_seen_the_prior_holds() {
        Belief belief = new GaussianProcess(new double[0][], new double[0], new double[0]).at(new double[0], 4);
        assertEquals(new Belief(0, 2), belief);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_seen_without_noise_is_believed(long seed) {
        var random = new SplittableRandom(seed);
        double[] points = {-4, -2, 0, 2.5, 4};
        double[] values = seeded(random, points.length);
        var process = new GaussianProcess(covariance(points), values, noise(points.length, 1e-5));
        for (int i = 0; i < points.length; i++) {
            Belief belief = process.at(with(points[i], points), 1);
            assertEquals(values[i], belief.mean(), 1e-6);
            assertEquals(0, belief.deviation(), 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_evidence_never_adds_doubt(long seed) {
        var random = new SplittableRandom(seed);
        double[] points = seeded(random, 8);
        double at = random.nextDouble(-3, 3);
        double before = 1;
        for (int seen = 1; seen <= points.length; seen++) {
            double[] some = Arrays.copyOf(points, seen);
            Belief belief =
                    new GaussianProcess(covariance(some), new double[seen], noise(seen, 0.3)).at(with(at, some), 1);
            assertTrue(belief.deviation() < before + 1e-12, seen + " seen");
            before = belief.deviation();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void far_away_the_prior_returns(long seed) {
        var random = new SplittableRandom(seed);
        double[] points = seeded(random, 6);
        var process = new GaussianProcess(covariance(points), seeded(random, 6), noise(6, 0.2));
        Belief near = process.at(with(points[0], points), 1);
        Belief far = process.at(with(30, points), 1);
        assertTrue(near.deviation() < 0.5, near.toString());
        assertEquals(0, far.mean(), 1e-12);
        assertEquals(1, far.deviation(), 1e-12);
    }
}
