package ai.artenic.optimizer.domain.quantity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void the_median_is_the_middle_value_or_the_mean_of_the_two_in_the_middle() {
        assertEquals(3, Median.of(3));
        assertEquals(2, Median.of(3, 1));
        assertEquals(3, Median.of(9, 1, 3));
        assertEquals(2.5, Median.of(9, 2, 1, 3));
    }

    @Test
    void nothing_has_no_median() {
        assertEquals(Double.NaN, Median.of());
    }

    @Test
    void the_values_keep_their_order() {
        double[] values = {3, 1, 2};
        Median.of(values);
        assertArrayEquals(new double[] {3, 1, 2}, values);
    }
}
