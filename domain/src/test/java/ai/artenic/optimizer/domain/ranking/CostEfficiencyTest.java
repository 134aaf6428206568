package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CostEfficiencyTest {
    @Test
    void it_falls_strictly_from_one_to_zero() {
        double previous = 1;
        for (double x = -4; x < 6; x += 0.01) {
            double value = CostEfficiency.of(x);
            assertTrue(value < previous && value > 0, "at " + x);
            previous = value;
        }
    }

    @Test
    void the_inverse_undoes_it_on_the_line_and_on_both_tails() {
        for (double x = -2.4; x < 5; x += 0.05) {
            assertEquals(x, CostEfficiency.inverse(CostEfficiency.of(x)), 1e-6);
        }
    }

    @Test
    void the_reference_cost_itself_scores_two_thirds() {
        assertEquals(2.0 / 3, CostEfficiency.of(0), 1e-12);
    }
}
