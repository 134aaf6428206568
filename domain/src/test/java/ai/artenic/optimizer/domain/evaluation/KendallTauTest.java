package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KendallTauTest {
    @Test
    void equal_orders_agree_and_reversed_ones_disagree() {
        double[] rising = {1, 2, 3, 4};
        assertEquals(1, KendallTau.of(rising, new double[] {10, 20, 30, 40}));
        assertEquals(-1, KendallTau.of(rising, new double[] {4, 3, 2, 1}));
    }

    @Test
    void one_swap_among_four_leaves_two_thirds() {
        assertEquals(2.0 / 3, KendallTau.of(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}), 1e-12);
    }

    @Test
    void ties_on_one_side_count_for_neither() {
        // Pairs: two agree, one is tied on the left: 2 / sqrt(2 * 3).
        assertEquals(2 / Math.sqrt(6), KendallTau.of(new double[] {1, 1, 2}, new double[] {1, 2, 3}), 1e-12);
        assertEquals(0, KendallTau.of(new double[] {5, 5, 5}, new double[] {1, 2, 3}));
    }

    @Test
    void it_is_symmetric_and_stays_in_its_range() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            double[] a = random.ints(12, 0, 6).asDoubleStream().toArray();
            double[] b = random.ints(12, 0, 6).asDoubleStream().toArray();
            double tau = KendallTau.of(a, b);
            assertEquals(tau, KendallTau.of(b, a), 1e-12);
            assertTrue(-1 <= tau && tau <= 1);
        }
    }
}
