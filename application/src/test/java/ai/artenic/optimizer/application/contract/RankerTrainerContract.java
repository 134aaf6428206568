package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.application.port.RankerTrainer;
import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.ranking.Feature;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What every trainer of ranking models promises.
public interface RankerTrainerContract {
    RankerTrainer trainer();

    /// Makes the trainer's models serve.
    RankerLoader loader();

    private SavedModel trained(TrainingSet set, long seed) {
        var parameters = TrainingParameters.forRows(set.rows(), seed);
        return assertInstanceOf(Training.Trained.class, trainer().train(set, parameters))
                .model();
    }

    private RankingModel serving(SavedModel saved) {
        Loading loading = loader().load(saved);
        return assertInstanceOf(Loading.Loaded.class, loading, loading::toString)
                .model();
    }

    /// Of all pairs of one group that differ in relevance, the share that the model puts in the right order.
    private static double share(RankingModel model, TrainingSet set) {
        double[] scores = new double[set.rows()];
        model.score(set.features(), set.rows(), scores);
        int pairs = 0;
        int right = 0;
        for (int row = 0; row < set.rows(); row++) {
            for (int other = row - row % Preferences.ROWS; other < row; other++) {
                int difference = set.labels()[row] - set.labels()[other];
                pairs += difference == 0 ? 0 : 1;
                right += difference * (scores[row] - scores[other]) > 0 ? 1 : 0;
            }
        }
        return (double) right / pairs;
    }

    @Test
    default void a_model_is_of_the_schema_of_its_set_and_intact() {
        for (FeatureSchema schema : FeatureSchema.values()) {
            SavedModel model = trained(Preferences.seeded(schema, 1, 40), 1);
            assertEquals(schema, model.schema());
            assertTrue(model.isIntact());
            assertFalse(model.library().isBlank());
        }
    }

    @Test
    default void equal_sets_and_parameters_give_equal_models() {
        for (long seed : new long[] {0, 1, -1, Long.MAX_VALUE}) {
            var set = Preferences.seeded(FeatureSchema.V1, 2, 60);
            assertEquals(trained(set, seed), trained(set, seed));
        }
    }

    @Test
    default void a_model_orders_groups_it_has_never_seen_far_better_than_chance() {
        RankingModel model = serving(trained(Preferences.seeded(FeatureSchema.V1, 3, 200), 3));
        double share = share(model, Preferences.seeded(FeatureSchema.V1, 4, 200));
        assertTrue(share > 0.75, "right pairs: " + share);
    }

    @Test
    default void labels_without_reason_give_a_model_no_better_than_chance() {
        TrainingSet set = Preferences.shuffled(Preferences.seeded(FeatureSchema.V1, 5, 200), 5);
        double share = share(serving(trained(set, 5)), Preferences.seeded(FeatureSchema.V1, 6, 200));
        assertTrue(share > 0.3 && share < 0.7, "right pairs: " + share);
    }

    @Test
    default void all_else_equal_no_model_prefers_the_worse_of_a_feature_that_has_a_direction() {
        FeatureSchema schema = FeatureSchema.V2;
        var set = Preferences.seeded(schema, 7, 200);
        RankingModel model = serving(trained(Preferences.shuffled(set, 7), 7));
        var random = new SplittableRandom(7);
        for (int i = 0; i < 5_000; i++) {
            int row = random.nextInt(set.rows());
            double[] pair = Arrays.copyOf(
                    Arrays.copyOfRange(set.features(), row * schema.size(), (row + 1) * schema.size()),
                    2 * schema.size());
            System.arraycopy(pair, 0, pair, schema.size(), schema.size());
            int index = random.nextInt(schema.size());
            Feature feature = schema.features().get(index);
            pair[index] = random.nextDouble(-2, 10);
            pair[schema.size() + index] = pair[index] + random.nextDouble(5);
            double[] scores = new double[2];
            model.score(pair, 2, scores);
            assertTrue((scores[1] - scores[0]) * feature.direction() >= 0, feature::name);
        }
    }

    @Test
    default void where_no_group_has_rows_of_different_relevance_there_is_nothing_to_learn() {
        var set = Preferences.indifferent(Preferences.seeded(FeatureSchema.V1, 8, 40));
        var answer = trainer().train(set, TrainingParameters.forRows(set.rows(), 8));
        assertFalse(assertInstanceOf(Training.Impossible.class, answer).reason().isBlank());
    }

    @Test
    default void groups_of_one_row_teach_nothing() {
        var set = Preferences.seeded(FeatureSchema.V1, 9, 20);
        int[] alone = new int[set.rows()];
        Arrays.fill(alone, 1);
        var singles = new TrainingSet(set.schema(), set.features(), set.labels(), set.weights(), alone);
        var answer = trainer().train(singles, TrainingParameters.forRows(set.rows(), 9));
        assertFalse(assertInstanceOf(Training.Impossible.class, answer).reason().isBlank());
    }

    @Test
    default void an_empty_set_teaches_nothing() {
        var empty = new TrainingSet(FeatureSchema.V1, new double[0], new int[0], new double[0], new int[0]);
        assertInstanceOf(Training.Impossible.class, trainer().train(empty, TrainingParameters.forRows(0, 10)));
    }
}
