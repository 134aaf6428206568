package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeanReciprocalRankTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Test
    void by_hand() {
        double[] scores = {1, 4, 3, 2};
        assertEquals(1, MeanReciprocalRank.of(scores, new boolean[] {false, true, false, false}));
        assertEquals(1.0 / 3, MeanReciprocalRank.of(scores, new boolean[] {true, false, false, true}), 1e-12);
        assertEquals(1.0 / 4, MeanReciprocalRank.of(scores, new boolean[] {true, false, false, false}), 1e-12);
    }

    @Test
    void one_relevant_of_two_that_tie_is_first_half_of_the_time() {
        assertEquals(0.75, MeanReciprocalRank.of(new double[] {1, 1}, new boolean[] {true, false}), 1e-12);
        assertEquals(
                (1.0 / 2 + 1.0 / 3) / 2,
                MeanReciprocalRank.of(new double[] {9, 1, 1}, new boolean[] {false, true, false}),
                1e-12);
    }

    @Test
    void where_nothing_is_relevant_there_is_nothing_to_tell() {
        assertTrue(Double.isNaN(MeanReciprocalRank.of(new double[] {1, 2}, new boolean[2])));
        assertTrue(Double.isNaN(MeanReciprocalRank.of(new double[0], new boolean[0])));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ties_count_as_the_mean_over_all_their_orders(long seed) {
        var random = new SplittableRandom(seed);
        int rows = 2 + random.nextInt(5);
        double[] scores = random.ints(rows, 0, 3).asDoubleStream().toArray();
        boolean[] relevant = someRelevant(rows, random);
        double mean = Orders.mean(scores, untied -> MeanReciprocalRank.of(untied, relevant));
        assertEquals(mean, MeanReciprocalRank.of(scores, relevant), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_rows_changes_nothing(long seed) {
        var random = new SplittableRandom(seed);
        double[] scores = random.ints(30, 0, 8).asDoubleStream().toArray();
        boolean[] relevant = someRelevant(30, random);
        int[] shuffled = Orders.shuffled(30, random);
        var moved = new boolean[30];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = relevant[shuffled[i]];
        }
        assertEquals(
                MeanReciprocalRank.of(scores, relevant),
                MeanReciprocalRank.of(Orders.permuted(scores, shuffled), moved),
                1e-12);
    }

    private static boolean[] someRelevant(int rows, SplittableRandom random) {
        var relevant = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            relevant[i] = random.nextInt(3) == 0;
        }
        relevant[random.nextInt(rows)] = true;
        return relevant;
    }
}
