package ai.artenic.optimizer.domain.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Samples;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelledGroupsTest {
    private static Sample cost(String job, int group, double cost) {
        return Samples.succeeded(job, group, cost, Map.of("vcpus", cost));
    }

    private static int[] labels(LabelledGroup group) {
        return group.rows().stream().mapToInt(row -> row.label().value()).toArray();
    }

    @Test
    void regret_labels_are_made_anew_against_the_best_known_of_the_group() {
        List<Sample> samples = List.of(
                cost("a", 1, 2.0),
                cost("b", 1, 2.1),
                cost("c", 1, 2.4),
                cost("d", 1, 3.0),
                cost("e", 1, 3.1),
                Samples.failed("f", 1, Map.of()));
        LabelledGroup group =
                LabelledGroups.of(samples, LabelPolicy.REGRET).telling().getFirst();
        assertArrayEquals(new int[] {4, 4, 3, 2, 1, 0}, labels(group));
        assertEquals(2.0, group.bestCost().orElseThrow());
    }

    @Test
    void outcome_labels_are_the_stored_ones_and_samples_without_one_are_left_out() {
        Sample plain = cost("a", 1, 1);
        var unpredicted = new Sample(
                "c",
                Optional.empty(),
                plain.queryId(),
                plain.features(),
                Optional.empty(),
                plain.relativeCost(),
                plain.recordedAt());
        LabelledGroup group = LabelledGroups.of(
                        List.of(plain, Samples.failed("b", 1, Map.of()), unpredicted), LabelPolicy.OUTCOME)
                .telling()
                .getFirst();
        assertArrayEquals(new int[] {2, 0}, labels(group));
        assertEquals(
                0, LabelledGroups.of(List.of(unpredicted), LabelPolicy.OUTCOME).count());
    }

    @Test
    void groups_of_one_row_or_one_label_are_left_out_and_counted() {
        LabelledGroups groups = LabelledGroups.of(
                List.of(
                        cost("a", 1, 1),
                        cost("b", 2, 1),
                        cost("c", 2, 1),
                        cost("d", 3, 1),
                        cost("e", 3, 9),
                        Samples.failed("f", 4, Map.of())),
                LabelPolicy.REGRET);
        assertEquals(2, groups.singles());
        assertEquals(1, groups.indifferent());
        assertEquals(4, groups.count());
        assertEquals(2, groups.rows());
    }

    @Test
    void the_order_of_the_samples_changes_nothing() {
        var samples = new ArrayList<>(Samples.learnable(1, 20));
        LabelledGroups groups = LabelledGroups.of(samples, LabelPolicy.REGRET);
        Collections.shuffle(samples, new Random(7));
        assertEquals(groups, LabelledGroups.of(samples, LabelPolicy.REGRET));
    }

    @Test
    void a_group_is_cut_to_its_newest_rows() {
        Sample old = cost("old", 1, 1);
        List<Sample> samples = new ArrayList<>(List.of(old));
        IntStream.range(0, TrainingSet.MOST_ROWS_OF_GROUP)
                .mapToObj(i -> new Sample(
                        "job-" + i,
                        Optional.empty(),
                        old.queryId(),
                        old.features(),
                        old.outcomeLabel(),
                        cost("x", 1, 1 + i % 3).relativeCost(),
                        old.recordedAt().plusSeconds(1)))
                .forEach(samples::add);
        LabelledGroup group =
                LabelledGroups.of(samples, LabelPolicy.REGRET).telling().getFirst();
        assertEquals(TrainingSet.MOST_ROWS_OF_GROUP, group.rows().size());
        assertTrue(group.rows().stream().noneMatch(row -> row.sample().jobId().equals("old")));
        assertEquals(old.recordedAt().plusSeconds(1), group.newest());
    }

    @Test
    void the_training_set_holds_the_rows_group_after_group_in_an_earlier_schema_too() {
        List<LabelledGroup> groups = LabelledGroups.of(
                        List.of(cost("a", 1, 1), cost("b", 1, 2), cost("c", 2, 3), cost("d", 2, 1)), LabelPolicy.REGRET)
                .telling();
        for (FeatureSchema schema : FeatureSchema.values()) {
            TrainingSet set = LabelledGroups.set(schema, groups);
            assertArrayEquals(new int[] {2, 2}, set.groupSizes());
            assertArrayEquals(new int[] {4, 1, 1, 4}, set.labels());
            assertEquals(3, set.features()[2 * schema.size() + schema.indexOf("vcpus")]);
            assertArrayEquals(new double[] {1, 1, 1, 1}, set.weights());
        }
    }

    @Test
    void a_broken_model_says_which_and_why() {
        assertEquals("ranking model v7 cannot serve: no trees", new ServingModel.Broken("v7", "no trees").words());
    }
}
