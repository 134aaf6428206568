package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Preferences;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts whose checksum is right and which are still no models to serve.
class ModelTextTest {
    private static final SavedModel GOOD = good();

    private static SavedModel good() {
        var parameters = new TrainingParameters(6, 5, 0.3, 4, 0, 1, 8, 51);
        try {
            return SeededModels.trained(Preferences.seeded(FeatureSchema.V1, 51, 40), parameters, SeededModels.EAGER);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Loading load(String text) {
        return new LightGbmModels().load(SavedModel.of(FeatureSchema.V1, text, "a test"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            objective=lambdarank          | objective=binary sigmoid:1  | The head of the model names the objective
            objective=lambdarank          | "objective= "               | The head of the model names the objective
            version=v4                    | version=v3                  | The head of the model has the version v3, not v4
            num_class=1                   | num_class=3                 | has the num_class 3, not 1
            num_tree_per_iteration=1      | num_tree_per_iteration=2    | has the num_tree_per_iteration 2, not 1
            label_index=0                 | average_output              | the trees are averaged
            feature_names=\\S+            | feature_names=size          | feature 1 is size in the model and dataset_size_gb
            " cost_efficiency_score"      | ""                          | is nothing in the model and cost_efficiency_score
            (feature_names=.*)            | $1 x                        | is x in the model and nothing in the schema
            tree_sizes=\\d+\\s          | tree_sizes=                 | announces 3 trees, there are 4
            tree_sizes=                   | sizes=                      | has no tree_sizes
            Tree=1                        | Tree=2                      | Tree 1 of the model is numbered 2
            num_leaves=6                  | num_leaves=65               | has 65 leaves; 1 to 64 can be served
            num_leaves=6                  | num_leaves=0                | has 0 leaves
            num_leaves=6                  | num_leaves=five             | has a num_leaves of five
            num_leaves=6                  | num_leaves=7                | values of split_feature where 6 belong
            is_linear=0                   | is_linear=1                 | has linear leaves
            split_feature=\\d+            | split_feature=24            | splits feature number 24 of 24
            split_feature=\\d+            | split_feature=-1            | splits feature number -1 of 24
            split_gain=\\S+               | split_gain=inf              | has a split_gain of inf
            leaf_value=\\S+               | leaf_value=nan              | has a leaf_value of nan
            leaf_value=\\S+               | leaf_value=-inf             | has a leaf_value of -inf
            leaf_value=\\S+               | leaf_value=                 | has a leaf_value of
            leaf_count=\\S+               | leaf_count=0                | rows into
            left_child=\\S+               | left_child=0                | is no tree at node 0
            left_child=\\S+               | left_child=9                | is no tree at node 0
            left_child=\\S+               | left_child=-9               | is no tree at node 0
            (left_child=\\S+ )\\S+        | $1-1                        | is no tree at node
            """)
    void each_fault_is_named(String good, String bad, String said) {
        String text = GOOD.text().replaceFirst(good, bad);
        assertNotEquals(GOOD.text(), text);

        String reason = assertInstanceOf(Loading.Refused.class, load(text)).reason();

        assertTrue(reason.contains(said), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            num_cat=(\\d+)                | num_cat=99                  | has 99 sets of categories for 5 splits
            num_cat=(\\d+)                | num_cat=-1                  | has -1 sets of categories for 5 splits
            num_cat=(\\d+)                | num_cat=0                   | asks for set number 0.0 of 0 sets
            cat_boundaries=0              | cat_boundaries=7            | has cat_boundaries out of order
            cat_boundaries=0              | cat_boundaries=-1           | has cat_boundaries out of order
            cat_threshold=\\d+            | cat_threshold=1.5           | has a cat_threshold of 1.5
            cat_threshold=\\d+            | cat_threshold=-1            | has a cat_threshold of -1
            cat_threshold=\\d+            | cat_threshold=4294967296    | has a cat_threshold of 4.294967296E9
            """)
    void faults_in_sets_of_categories_are_named(String good, String bad, String said) {
        int split = GOOD.text().indexOf("cat_boundaries=");
        int tree = GOOD.text().lastIndexOf("Tree=", split);
        String text =
                GOOD.text().substring(0, tree) + GOOD.text().substring(tree).replaceFirst(good, bad);

        String reason = assertInstanceOf(Loading.Refused.class, load(text)).reason();

        assertTrue(reason.contains(said), reason);
    }

    @Test
    void a_category_is_not_split_by_size_nor_a_size_by_category() throws Exception {
        var reasons = new ArrayList<String>();
        for (String feature : List.of("0", "4")) {
            String text = GOOD.text()
                    .replaceAll(
                            "split_feature=.*",
                            "split_feature=" + (feature + " ").repeat(5).strip());
            reasons.add(assertInstanceOf(Loading.Refused.class, load(text)).reason());
        }
        assertTrue(reasons.getFirst().endsWith("splits dataset_size_gb by category"), reasons.getFirst());
        assertTrue(reasons.getLast().endsWith("splits framework_id by size"), reasons.getLast());
    }

    @Test
    void an_unknown_kind_of_missing_value_is_refused() {
        String text = GOOD.text()
                .replaceAll("(?m)^decision_type=.*$", "decision_type=12 12 12 12 12")
                .replaceAll("split_feature=.*", "split_feature=0 0 0 0 0");

        String reason = assertInstanceOf(Loading.Refused.class, load(text)).reason();

        assertTrue(reason.endsWith("has a decision_type of 12"), reason);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Whatever a damaged text holds is refused, or scores without a crash.
    @ParameterizedTest
    @MethodSource("seeds")
    void no_damage_to_a_text_is_an_exception(long seed) {
        var random = new SplittableRandom(seed);
        var lines = new ArrayList<>(GOOD.text().lines().toList());
        for (int damage = 0; damage <= random.nextInt(3); damage++) {
            int at = random.nextInt(Math.min(90, lines.size()));
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, lines.get(at).replaceFirst("[0-9]", String.valueOf(random.nextInt(-9, 10))));
                case 3 -> lines.set(at, lines.get(at).replaceFirst("=.*", "= "));
                default ->
                    lines.set(
                            at,
                            lines.get(at).substring(random.nextInt(lines.get(at).length() + 1)));
            }
        }
        Loading loading = assertDoesNotThrow(() -> load(String.join("\n", lines)));
        if (loading instanceof Loading.Loaded(var model)) {
            double[] score = new double[1];
            model.score(new double[FeatureSchema.V1.size()], 1, score);
            assertTrue(Double.isFinite(score[0]));
            assertEquals(FeatureSchema.V1.size() + 1, model.contributions(new double[FeatureSchema.V1.size()]).length);
        }
    }

    @Test
    void more_ranges_than_can_be_told_apart_are_refused() throws Exception {
        var splits = new ArrayList<Tree.Node>();
        var leaves = new ArrayList<Tree.Leaf>();
        var trees = new ArrayList<Tree>();
        for (int number = 0; number < 1_100; number++) {
            splits.clear();
            leaves.clear();
            leaves.add(new Tree.Leaf(0, 1));
            for (int i = 0; i < 63; i++) {
                var split = new Split.AtMost(1 + number * 64 + i, Split.Missing.NOTHING, false);
                splits.add(new Tree.Node(0, split, 1, ~i, i < 62 ? i + 1 : ~63, 64 - i));
                leaves.add(new Tree.Leaf(i, 1));
            }
            trees.add(new Tree(splits, leaves));
        }
        var refused = assertThrows(NoModelException.class, () -> Forest.of(FeatureSchema.V1, trees));
        assertTrue(refused.toString().contains("ranges of features apart; 65535 can be served"), refused::toString);
    }
}
