package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What everything promises that makes ranking models serve.
public interface RankerLoaderContract {
    RankerLoader loader();

    /// A good model of schema v1, trained on [Preferences].
    SavedModel saved();

    private RankingModel serving() {
        Loading loading = loader().load(saved());
        return assertInstanceOf(Loading.Loaded.class, loading, loading::toString)
                .model();
    }

    private String refusal(FeatureSchema schema, String text) {
        var saved = SavedModel.of(schema, text, "a test");
        return assertInstanceOf(Loading.Refused.class, loader().load(saved)).reason();
    }

    private static TrainingSet unseen() {
        return Preferences.seeded(FeatureSchema.V1, 1_000, 30);
    }

    @Test
    default void a_model_serves_the_schema_it_was_saved_with() {
        assertEquals(FeatureSchema.V1, serving().schema());
    }

    @Test
    default void contributions_of_the_features_and_of_knowing_nothing_add_up_to_the_score() {
        RankingModel model = serving();
        TrainingSet rows = unseen();
        double[] scores = new double[rows.rows()];
        model.score(rows.features(), rows.rows(), scores);
        for (int row = 0; row < rows.rows(); row++) {
            int width = FeatureSchema.V1.size();
            double[] parts = model.contributions(Arrays.copyOfRange(rows.features(), row * width, (row + 1) * width));
            assertEquals(width + 1, parts.length);
            assertEquals(scores[row], Arrays.stream(parts).sum(), 1e-9);
        }
    }

    @Test
    default void what_decided_most_gained_most() {
        double[] gains = serving().gains();
        assertEquals(FeatureSchema.V1.size(), gains.length);
        assertTrue(Arrays.stream(gains).allMatch(gain -> gain >= 0));
        double most = Arrays.stream(gains).max().orElseThrow();
        List<String> decisive = List.of("price_per_hour", "gpu_memory_headroom", "provider_id");
        assertTrue(decisive.stream().anyMatch(name -> gains[FeatureSchema.V1.indexOf(name)] == most));
    }

    @Test
    default void a_row_scores_the_same_alone_as_among_others() {
        RankingModel model = serving();
        TrainingSet rows = unseen();
        double[] together = new double[rows.rows()];
        model.score(rows.features(), rows.rows(), together);
        double[] alone = new double[1];
        for (int row = 0; row < rows.rows(); row++) {
            int width = FeatureSchema.V1.size();
            model.score(Arrays.copyOfRange(rows.features(), row * width, (row + 1) * width), 1, alone);
            assertEquals(together[row], alone[0]);
        }
    }

    @Test
    default void many_threads_at_once_get_the_scores_that_one_gets() throws Exception {
        RankingModel model = serving();
        TrainingSet rows = unseen();
        double[] expected = new double[rows.rows()];
        model.score(rows.features(), rows.rows(), expected);
        var tasks = new ArrayList<Callable<double[]>>();
        for (int i = 0; i < 64; i++) {
            tasks.add(() -> {
                double[] scores = new double[rows.rows()];
                model.score(rows.features(), rows.rows(), scores);
                return scores;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var scores : threads.invokeAll(tasks)) {
                assertArrayEquals(expected, scores.get());
            }
        }
    }

    @Test
    default void no_row_has_no_score() {
        double[] untouched = {7};
        serving().score(new double[0], 0, untouched);
        assertEquals(7, untouched[0]);
    }

    @Test
    default void arrays_too_short_for_their_rows_are_a_mistake_of_the_caller() {
        RankingModel model = serving();
        int width = FeatureSchema.V1.size();
        assertThrows(IllegalArgumentException.class, () -> model.score(new double[width], 2, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> model.score(new double[2 * width], 2, new double[1]));
        assertThrows(IllegalArgumentException.class, () -> model.score(new double[width], -1, new double[1]));
        assertThrows(IllegalArgumentException.class, () -> model.contributions(new double[width - 1]));
    }

    @Test
    default void a_model_of_which_one_letter_changed_is_refused() {
        SavedModel good = saved();
        String changed = good.text().replaceFirst("[1-9]", "0");
        var bad = new SavedModel(good.schema(), changed, good.checksum(), good.library());
        assertFalse(assertInstanceOf(Loading.Refused.class, loader().load(bad))
                .reason()
                .isBlank());
    }

    @Test
    default void a_model_of_other_features_is_refused_and_the_difference_named() {
        String reason = refusal(FeatureSchema.V2, saved().text());
        assertTrue(reason.contains("gpu_tflops"), reason);
    }

    @Test
    default void text_that_is_no_model_is_refused() {
        for (String text : List.of("", "\n", "no model", "{\"tree\": []}", "\u0000", "tree\n", "=\n=\n")) {
            assertFalse(refusal(FeatureSchema.V1, text).isBlank());
        }
    }

    @Test
    default void a_model_cut_off_anywhere_is_refused() {
        String text = saved().text().strip();
        for (int length = 0; length < text.length(); length += 1 + length / 20) {
            assertFalse(refusal(FeatureSchema.V1, text.substring(0, length)).isBlank());
        }
        assertFalse(
                refusal(FeatureSchema.V1, text.substring(0, text.length() - 1)).isBlank());
    }
}
