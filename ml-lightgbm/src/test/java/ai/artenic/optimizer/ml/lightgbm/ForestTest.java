package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Preferences;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.ml.lightgbm.Split.AtMost;
import ai.artenic.optimizer.ml.lightgbm.Split.Missing;
import ai.artenic.optimizer.ml.lightgbm.Split.OneOf;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Scores, contributions and gains beside those of LightGBM itself.
class ForestTest {
    private static final TrainingParameters LARGE = new TrainingParameters(64, 1, 0.3, 30, 0, 1, 30, 5);
    private static final TrainingParameters SPLITLESS = new TrainingParameters(64, 200, 0.3, 30, 0, 1, 30, 5);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_score_is_lightgbms_to_the_bit(long seed) throws Exception {
        SavedModel saved = SeededModels.any(seed);
        sameBits(saved, SeededModels.probes(saved, seed, 400));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void contributions_are_lightgbms(long seed) throws Exception {
        SavedModel saved = SeededModels.any(seed);
        double[] rows = SeededModels.probes(saved, seed, 20);
        int width = saved.schema().size();
        Forest forest = SeededModels.serving(saved);
        double[] scores = new double[20];
        forest.score(rows, 20, scores);
        try (var lightgbm = new NativeModel(saved)) {
            double[] expected = lightgbm.contributions(rows);
            for (int row = 0; row < 20; row++) {
                double[] parts = forest.contributions(Arrays.copyOfRange(rows, row * width, (row + 1) * width));
                double scale = Arrays.stream(parts).map(Math::abs).max().orElseThrow();
                for (int i = 0; i <= width; i++) {
                    assertEquals(expected[row * (width + 1) + i], parts[i], 1e-9 * scale + 1e-300);
                }
                assertEquals(scores[row], Arrays.stream(parts).sum(), 1e-9 * scale + 1e-300);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gains_are_lightgbms(long seed) throws Exception {
        SavedModel saved = SeededModels.any(seed);
        try (var lightgbm = new NativeModel(saved)) {
            assertArrayEquals(lightgbm.gains(), SeededModels.serving(saved).gains(), 1e-4);
        }
    }

    @Test
    void the_seeded_models_have_splits_of_every_kind() throws Exception {
        for (Missing missing : Missing.values()) {
            assertTrue(someSplit(split -> split instanceof AtMost most && most.missing() == missing), missing::name);
        }
        assertTrue(
                someSplit(split -> split instanceof OneOf of && of.categories().cardinality() > 1));
        assertTrue(someSplit(split -> split instanceof AtMost most && most.isMissingLeft()));
    }

    private static boolean someSplit(Predicate<Split> wanted) throws Exception {
        for (long seed : seeds().toArray()) {
            boolean isThere = SeededModels.trees(SeededModels.any(seed)).stream()
                    .flatMap(tree -> tree.nodes().stream())
                    .anyMatch(node -> wanted.test(node.split()));
            if (isThere) {
                return true;
            }
        }
        return false;
    }

    @Test
    void trees_of_64_leaves_use_every_bit() throws Exception {
        var set = Preferences.seeded(FeatureSchema.V1, 31, 200);
        SavedModel saved = SeededModels.trained(set, LARGE, SeededModels.EAGER);
        assertTrue(SeededModels.trees(saved).stream()
                .allMatch(tree -> tree.leaves().size() == 64));
        sameBits(saved, set.features());
        sameBits(saved, SeededModels.probes(saved, 31, 2_000));
    }

    @Test
    void a_threshold_of_infinity_parts_missing_values_from_all_others() throws Exception {
        var set = Preferences.seeded(FeatureSchema.V1, 21, 100);
        SavedModel saved = SeededModels.trained(set, TrainingParameters.forRows(1_200, 21), "");
        assertTrue(saved.text().contains(" inf "));
        sameBits(saved, SeededModels.probes(saved, 33, 2_000));
    }

    @Test
    void a_tree_that_could_not_split_answers_alike_for_all() throws Exception {
        var set = Preferences.seeded(FeatureSchema.V1, 32, 20);
        SavedModel saved = SeededModels.trained(set, SPLITLESS, "");
        assertEquals(1, SeededModels.trees(saved).getFirst().leaves().size());
        sameBits(saved, set.features());
        double[] parts = SeededModels.serving(saved).contributions(new double[FeatureSchema.V1.size()]);
        assertArrayEquals(new double[FeatureSchema.V1.size() + 1], parts);
    }

    @Test
    void a_lone_leaf_that_is_not_zero_is_added_too() throws Exception {
        var set = Preferences.seeded(FeatureSchema.V1, 32, 20);
        SavedModel zero = SeededModels.trained(set, SPLITLESS, "");
        String text = zero.text().replace("leaf_value=0\n", "leaf_value=7\n");
        SavedModel seven = SavedModel.of(zero.schema(), text, zero.library());
        sameBits(seven, set.features());
        double[] parts = SeededModels.serving(seven).contributions(new double[FeatureSchema.V1.size()]);
        assertEquals(7, parts[FeatureSchema.V1.size()]);
    }

    private static void sameBits(SavedModel saved, double[] rows) throws Exception {
        int width = saved.schema().size();
        int count = rows.length / width;
        double[] scores = new double[count];
        SeededModels.serving(saved).score(rows, count, scores);
        try (var lightgbm = new NativeModel(saved)) {
            double[] expected = lightgbm.scores(rows);
            for (int row = 0; row < count; row++) {
                int at = row;
                assertEquals(
                        Double.doubleToRawLongBits(expected[row]),
                        Double.doubleToRawLongBits(scores[row]),
                        () -> "row " + at + " "
                                + Arrays.toString(Arrays.copyOfRange(rows, at * width, (at + 1) * width)));
            }
        }
    }
}
