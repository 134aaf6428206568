package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NdcgTest {
    private static final double LOG2_OF_3 = Math.log(3) / Math.log(2);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Test
    void by_hand() {
        double[] gains = {3, 1, 7};
        double ideal = 7 + 3 / LOG2_OF_3 + 1.0 / 2;
        assertEquals((3 + 1 / LOG2_OF_3 + 7.0 / 2) / ideal, Ndcg.at(5, new double[] {3, 2, 1}, gains), 1e-12);
        assertEquals(1, Ndcg.at(5, new double[] {2, 1, 3}, gains), 1e-12);
    }

    @Test
    void only_the_first_k_places_count() {
        double[] gains = {0, 1, 3};
        assertEquals(0, Ndcg.at(1, new double[] {3, 2, 1}, gains));
        assertEquals(1.0 / 3, Ndcg.at(1, new double[] {2, 3, 1}, gains), 1e-12);
        assertEquals((1 / LOG2_OF_3) / (3 + 1 / LOG2_OF_3), Ndcg.at(2, new double[] {3, 2, 1}, gains), 1e-12);
    }

    @Test
    void rows_of_equal_score_share_the_mean_gain() {
        assertEquals(0.5, Ndcg.at(1, new double[] {1, 1}, new double[] {1, 0}), 1e-12);
        assertEquals(2.0 / 3, Ndcg.at(1, new double[] {0.0, -0.0, 0.0}, new double[] {3, 0, 3}), 1e-12);
    }

    @Test
    void without_a_gain_there_is_nothing_to_tell() {
        assertTrue(Double.isNaN(Ndcg.at(5, new double[] {1, 2}, new double[] {0, 0})));
        assertTrue(Double.isNaN(Ndcg.at(5, new double[0], new double[0])));
    }

    @Test
    void the_gain_of_a_label_is_a_power_of_two_less_one() {
        assertEquals(0, Ndcg.gain(0));
        assertEquals(1, Ndcg.gain(1));
        assertEquals(15, Ndcg.gain(4));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ties_count_as_the_mean_over_all_their_orders(long seed) {
        var random = new SplittableRandom(seed);
        int rows = 2 + random.nextInt(5);
        double[] scores = random.ints(rows, 0, 3).asDoubleStream().toArray();
        double[] gains = random.ints(rows, 0, 5).mapToDouble(Ndcg::gain).toArray();
        gains[random.nextInt(rows)] = 3;
        int k = 1 + random.nextInt(rows);
        double mean = Orders.mean(scores, untied -> Ndcg.at(k, untied, gains));
        assertEquals(mean, Ndcg.at(k, scores, gains), 1e-12);
        assertTrue(mean >= 0 && mean <= 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_rows_changes_nothing(long seed) {
        var random = new SplittableRandom(seed);
        double[] scores = random.ints(30, 0, 8).asDoubleStream().toArray();
        double[] gains = random.ints(30, 0, 5).mapToDouble(Ndcg::gain).toArray();
        int[] shuffled = Orders.shuffled(30, random);
        assertEquals(
                Ndcg.at(10, scores, gains),
                Ndcg.at(10, Orders.permuted(scores, shuffled), Orders.permuted(gains, shuffled)),
                1e-12);
    }
}
