package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Preferences;
import ai.artenic.optimizer.application.contract.RankerTrainerContract;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerTrainer;
import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightGbmTrainerTest implements RankerTrainerContract {
    private static final TrainingParameters CAUTIOUS = TrainingParameters.forRows(100, 1);

    private final TrainingSet set = Preferences.seeded(FeatureSchema.V1, 11, 60);

    @Override
    public RankerTrainer trainer() {
        return new LightGbmTrainer();
    }

    @Override
    public RankerLoader loader() {
        return new LightGbmModels();
    }

    private static String reason(Training answer) {
        return assertInstanceOf(Training.Impossible.class, answer).reason();
    }

    @Test
    void a_model_names_the_library_that_trained_it() {
        var trained = assertInstanceOf(Training.Trained.class, trainer().train(set, CAUTIOUS));
        assertEquals("lightgbm4j 4.3.0-1", trained.model().library());
    }

    @Test
    void without_the_library_training_is_impossible_for_the_librarys_reason() {
        var trainer = new LightGbmTrainer(() -> new NativeLibrary.Unavailable("no libgomp1"), 1);
        assertEquals("no libgomp1", reason(trainer.train(set, CAUTIOUS)));
    }

    @Test
    void what_lightgbm_refuses_is_impossible_in_its_own_words() {
        var refused = assertThrows(LGBMException.class, () -> Booster.open(set, "objective=none_such"));
        assertEquals(
                "LightGBM refused: Unknown objective type name: none_such",
                LightGbmTrainer.impossible(refused).reason());
    }

    @Test
    void the_reason_is_one_line_where_lightgbms_words_are_not() {
        var refused = new LGBMException("\nCheck failed: (left_count) > (0)\n at line 846 .\n");
        assertEquals(
                "LightGBM refused: Check failed: (left_count) > (0) at line 846 .",
                LightGbmTrainer.impossible(refused).reason());
    }

    @Test
    void features_that_never_differ_teach_nothing() {
        double[] constant = new double[set.features().length];
        var same = new TrainingSet(set.schema(), constant, set.labels(), set.weights(), set.groupSizes());
        String reason = reason(trainer().train(same, CAUTIOUS));
        assertTrue(reason.startsWith("No split of the 720 rows gains anything"), reason);
    }

    /// Each other feature differs in a few rows, too few for a leaf, so most trees draw none that can be split.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_single_feature_that_tells_is_learned_from_however_few_trees_draw_it(long seed) {
        int width = FeatureSchema.V1.size();
        int price = FeatureSchema.V1.names().indexOf("price_per_hour");
        double[] features = new double[80 * width];
        int[] labels = new int[80];
        for (int row = 0; row < 80; row++) {
            features[row * width + row % width] = 1;
            features[row * width + price] = row % 2;
            labels[row] = row % 2 == 0 ? 4 : 1;
        }
        double[] weights = new double[80];
        Arrays.fill(weights, 1);
        var single = new TrainingSet(FeatureSchema.V1, features, labels, weights, new int[] {40, 40});
        var rare = new TrainingParameters(7, 20, 0.05, 100, 5, 0.3, 8, seed);

        var trained = assertInstanceOf(Training.Trained.class, trainer().train(single, rare));
        long trees =
                trained.model().text().lines().filter("num_leaves=2"::equals).count();
        assertTrue(trees >= 10, "trees with a split: " + trees);
    }

    @Test
    void fewer_rows_than_two_leaves_need_teach_nothing() {
        var few = Preferences.seeded(FeatureSchema.V1, 12, 1);
        String reason = reason(trainer().train(few, CAUTIOUS));
        assertTrue(reason.endsWith("leaves need 10 rows"), reason);
    }

    @Test
    void threads_change_nothing_about_a_model() {
        var two = new LightGbmTrainer(NativeLibrary::load, 2).train(set, CAUTIOUS);
        var one = trainer().train(set, CAUTIOUS);
        assertEquals(withoutThreads(one), withoutThreads(two));
    }

    private static String withoutThreads(Training training) {
        return assertInstanceOf(Training.Trained.class, training)
                .model()
                .text()
                .replaceFirst("\\[num_threads: \\d+]", "");
    }

    @Test
    void groups_that_do_not_add_up_to_the_rows_never_reach_the_library() {
        int[] wrong = set.groupSizes().clone();
        wrong[0]++;
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingSet(set.schema(), set.features(), set.labels(), set.weights(), wrong));
    }

    @Test
    void arrays_shorter_than_their_rows_never_reach_the_library() {
        double[] shorter = Arrays.copyOf(set.features(), set.features().length - 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingSet(set.schema(), shorter, set.labels(), set.weights(), set.groupSizes()));
    }
}
