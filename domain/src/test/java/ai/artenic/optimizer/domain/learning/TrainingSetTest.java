package ai.artenic.optimizer.domain.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSetTest {
    private static final int WIDTH = FeatureSchema.V2.size();

    private static TrainingSet set(int label, double weight, int... groups) {
        int[] labels = {label, 0, 4};
        return new TrainingSet(
                FeatureSchema.V2, new double[labels.length * WIDTH], labels, new double[] {weight, 1, 1}, groups);
    }

    private static String refusal(Runnable making) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, making::run).getMessage());
    }

    @Test
    void rows_come_in_groups() {
        assertEquals(3, set(2, 0.5, 2, 1).rows());
        assertEquals(3, set(2, 0.5, 3).rows());
        assertEquals(0, new TrainingSet(FeatureSchema.V2, new double[0], new int[0], new double[0], new int[0]).rows());
    }

    @Test
    void everything_must_be_of_as_many_rows() {
        assertTrue(refusal(() -> set(2, 1, 2, 2)).contains("groups of 4 rows"));
        assertTrue(refusal(() -> new TrainingSet(
                        FeatureSchema.V1, new double[WIDTH], new int[1], new double[] {1}, new int[] {1}))
                .contains("34 features of 24 each"));
        assertTrue(refusal(() -> new TrainingSet(
                        FeatureSchema.V2, new double[WIDTH], new int[1], new double[] {1, 1}, new int[] {1}))
                .contains("2 weights"));
    }

    @Test
    void a_group_is_neither_empty_nor_too_large_for_the_library() {
        assertEquals("A group has 1 to 10000 rows", refusal(() -> set(2, 1, 3, 0)));
        int rows = TrainingSet.MOST_ROWS_OF_GROUP + 1;
        var weights = new double[rows];
        Arrays.fill(weights, 1);
        assertEquals(
                "A group has 1 to 10000 rows",
                refusal(() -> new TrainingSet(
                        FeatureSchema.V1,
                        new double[rows * FeatureSchema.V1.size()],
                        new int[rows],
                        weights,
                        new int[] {rows})));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5})
    void a_label_lies_between_zero_and_four(int label) {
        assertEquals("A label lies in 0 to 4", refusal(() -> set(label, 1, 3)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_weight_is_positive(double weight) {
        assertEquals("A weight must be positive", refusal(() -> set(1, weight, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 0.05, 100, 5, 0.7, 8, leaves",
        "65, 10, 0.05, 100, 5, 0.7, 8, leaves",
        "7, 0, 0.05, 100, 5, 0.7, 8, rowsInLeafLeast",
        "7, 10, 0, 100, 5, 0.7, 8, learningRate",
        "7, 10, 1.01, 100, 5, 0.7, 8, learningRate",
        "7, 10, NaN, 100, 5, 0.7, 8, learningRate",
        "7, 10, 0.05, 0, 5, 0.7, 8, rounds",
        "7, 10, 0.05, 10001, 5, 0.7, 8, rounds",
        "7, 10, 0.05, 100, -1, 0.7, 8, lambdaL2",
        "7, 10, 0.05, 100, 5, 0, 8, featureFraction",
        "7, 10, 0.05, 100, 5, 1.5, 8, featureFraction",
        "7, 10, 0.05, 100, 5, 0.7, 0, truncation"
    })
    void parameters_out_of_range_are_refused_by_name(
            int leaves, int rows, double rate, int rounds, double l2, double fraction, int truncation, String name) {
        String message = refusal(() -> new TrainingParameters(leaves, rows, rate, rounds, l2, fraction, truncation, 1));
        assertTrue(message.startsWith(name + " must"), message);
        assertTrue(message.contains(", was "), message);
    }

    @Test
    void few_rows_are_learned_from_with_smaller_trees() {
        TrainingParameters few = TrainingParameters.forRows(999, 7);
        TrainingParameters many = TrainingParameters.forRows(1_000, 7);
        assertEquals(new TrainingParameters(7, 10, 0.05, 100, 5, 0.7, 8, 7), few);
        assertEquals(new TrainingParameters(15, 20, 0.05, 200, 5, 0.8, 8, 7), many);
    }
}
