package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.domain.evaluation.PredictedCostOrder.Predicted;
import org.junit.jupiter.api.Test;

class PredictedCostOrderTest {
    private static int[] order(Predicted... candidates) {
        return Places.bestFirst(PredictedCostOrder.scores(candidates));
    }

    @Test
    void within_a_fifth_of_the_least_cost_fewer_hours_decide() {
        var cheap = new Predicted(100, 9, 1);
        var fast = new Predicted(120, 2, 1);
        var dear = new Predicted(121, 1, 1);
        assertArrayEquals(new int[] {1, 0, 2}, order(cheap, fast, dear));
    }

    @Test
    void between_clusters_every_cent_counts() {
        assertArrayEquals(new int[] {0, 1}, order(new Predicted(100, 9, 2), new Predicted(101, 2, 2)));
        assertArrayEquals(new int[] {0, 1}, order(new Predicted(100, 9, 1), new Predicted(101, 2, 2)));
        assertArrayEquals(new int[] {1, 0}, order(new Predicted(101, 2, 1), new Predicted(100, 9, 2)));
    }

    @Test
    void of_equal_cost_the_faster_is_the_cheapest() {
        assertArrayEquals(new int[] {1, 0}, order(new Predicted(100, 9, 1), new Predicted(100, 2, 1)));
    }

    @Test
    void without_a_candidate_there_is_no_order() {
        var refused = assertThrows(IllegalArgumentException.class, PredictedCostOrder::scores);
        assertEquals("an order needs a candidate", refused.getMessage());
    }

    @Test
    void places_of_equal_scores_end_together() {
        double[] scores = {2, 5, 5, 1, 5};
        int[] order = Places.bestFirst(scores);
        assertArrayEquals(new int[] {1, 2, 4, 0, 3}, order);
        assertEquals(3, Places.endOfTie(scores, order, 0));
        assertEquals(4, Places.endOfTie(scores, order, 3));
        assertEquals(5, Places.endOfTie(scores, order, 4));
    }
}
