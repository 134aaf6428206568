package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.FakeModel;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRankingTest {
    private static final Workload LORA = Workloads.lora7b();
    private static final List<Offer> THREE = List.of(
            Offers.gpu("aws", "l4", Gpus.L4, 1, 0.8, 0),
            Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 0),
            Offers.gpu("gcp", "h100", Gpus.H100, 1, 7.5, 0));

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static FakeModel linear(Map<String, Double> weights) {
        return FakeModel.linear(FeatureSchema.V2, weights);
    }

    private static List<InstanceRecommendation> seeded(long seed, Scoring scoring) {
        return Questions.ranked(Offers.seeded(seed, 40), Questions.all(LORA), Questions.by(scoring));
    }

    @Test
    void by_model_the_highest_score_is_first() {
        FakeModel model = FakeModel.by(FeatureSchema.V2, "price_per_hour", price -> price == 2.5 ? 9 : -price);
        List<InstanceRecommendation> ranked =
                Questions.ranked(THREE, Questions.all(LORA), Questions.by(new Scoring.ByModel(model)));
        assertEquals(List.of("gcp/a100/eu-west-1", "aws/l4/eu-west-1", "gcp/h100/eu-west-1"), Questions.names(ranked));
        assertEquals(1, ranked.get(0).score());
        assertEquals((7.5 - 0.8) / (9 + 7.5), ranked.get(1).score(), 1e-12);
        assertEquals(0, ranked.get(2).score());
        assertTrue(ranked.stream().allMatch(item -> item.firstIf().isEmpty()), "no price of which a model is sure");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_model_changes_the_order_and_nothing_else(long seed) {
        List<InstanceRecommendation> plain = seeded(seed, new Scoring.ByRule());
        List<InstanceRecommendation> ranked =
                seeded(seed, new Scoring.ByModel(linear(Map.of("predicted_hours", 1.0, "is_spot", 0.5))));
        Comparator<InstanceRecommendation> byName = Comparator.comparing(Questions::name);
        List<FeatureVector> before = plain.stream()
                .sorted(byName)
                .map(InstanceRecommendation::features)
                .toList();
        List<FeatureVector> after = ranked.stream()
                .sorted(byName)
                .map(InstanceRecommendation::features)
                .toList();
        assertEquals(before, after);
        double last = Double.POSITIVE_INFINITY;
        for (InstanceRecommendation item : ranked) {
            double score = item.features().value("predicted_hours")
                    + 0.5 * item.features().value("is_spot");
            assertTrue(score <= last, Questions.name(item));
            assertEquals(item.score(), item.parts().ltr().orElseThrow());
            last = score;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hybrid_is_seven_tenths_model_and_three_tenths_rule(long seed) {
        FakeModel model = linear(Map.of("gpu_tflops", 0.01, "cost_to_cheapest", -1.0));
        List<InstanceRecommendation> ranked = seeded(seed, new Scoring.Blended(model));
        double[] learned = HybridBlend.scaled(ranked.stream()
                .mapToDouble(item -> 0.01 * item.features().value("gpu_tflops")
                        - item.features().value("cost_to_cheapest"))
                .toArray());
        double[] ruled = HybridBlend.scaled(
                ranked.stream().mapToDouble(item -> item.parts().heuristic()).toArray());
        for (int i = 0; i < ranked.size(); i++) {
            assertEquals(learned[i], ranked.get(i).parts().ltr().orElseThrow(), 1e-12);
            assertTrue(learned[i] >= 0 && learned[i] <= 1);
            assertEquals(0.7 * learned[i] + 0.3 * ruled[i], ranked.get(i).score(), 1e-12);
            assertTrue(i == 0 || ranked.get(i).score() <= ranked.get(i - 1).score());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void where_the_model_sees_no_difference_the_rule_decides(long seed) {
        List<String> plain = Questions.names(seeded(seed, new Scoring.ByRule()));
        FakeModel indifferent = linear(Map.of());
        List<InstanceRecommendation> ranked = seeded(seed, new Scoring.ByModel(indifferent));
        assertEquals(plain, Questions.names(ranked));
        assertEquals(plain, Questions.names(seeded(seed, new Scoring.Blended(indifferent))));
        assertTrue(ranked.stream().allMatch(item -> item.parts().ltr().orElseThrow() == 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_model_may_put_the_last_by_rule_first(long seed) {
        var upsideDown = new Scoring.ByModel(linear(Map.of("cost_efficiency_score", -1.0)));
        List<String> reversed = new ArrayList<>(Questions.names(seeded(seed, new Scoring.ByRule())));
        Collections.reverse(reversed);
        assertEquals(reversed, Questions.names(seeded(seed, upsideDown)));
        assertEquals(
                reversed.subList(0, 1),
                Questions.names(Questions.ranked(
                        Offers.seeded(seed, 40), Questions.of(LORA, Constraints.NONE, 1), Questions.by(upsideDown))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_model_of_schema_v1_sees_the_features_of_v1(long seed) {
        FakeModel first = FakeModel.linear(FeatureSchema.V1, Map.of("price_per_hour", -1.0));
        List<InstanceRecommendation> ranked = seeded(seed, new Scoring.ByModel(first));
        assertEquals(ranked.size(), first.seen().size());
        List<String> shown = ranked.stream()
                .map(item -> item.features().as(FeatureSchema.V1).orElseThrow().toString())
                .sorted()
                .toList();
        List<String> seen = first.seen().stream()
                .map(row -> new FeatureVector(FeatureSchema.V1, row).toString())
                .sorted()
                .toList();
        assertEquals(shown, seen);
        assertEquals(FeatureSchema.V2, ranked.getFirst().features().schema());
    }

    @Test
    void a_sentence_names_what_moved_the_score_most() {
        FakeModel model = linear(Map.of(
                "price_per_hour", -2.0, "gpu_tflops", 0.01, "vcpus", 0.001, "node_count", 0.1, "estimated_hours", 9.0));
        InstanceRecommendation h100 = Questions.ranked(
                        THREE, Questions.all(LORA), Questions.by(new Scoring.Blended(model)))
                .getLast();
        String said = "the learned score is moved most by price_per_hour -15.0, gpu_tflops +9.89, node_count +0.10";
        assertTrue(h100.explanation().contains(said), h100.explanation().toString());
        assertTrue(seeded(1, new Scoring.ByRule()).stream()
                .noneMatch(item -> item.explanation().toString().contains("learned score")));
    }

    @Test
    void scores_are_scaled_to_the_range_from_zero_to_one() {
        assertArrayEquals(new double[] {0, 0.25, 1}, HybridBlend.scaled(new double[] {-2, 0, 6}), 1e-12);
        assertArrayEquals(new double[] {1, 1}, HybridBlend.scaled(new double[] {3, 3}));
        assertArrayEquals(new double[0], HybridBlend.scaled(new double[0]));
        assertArrayEquals(
                new double[] {0.3, 0.7 * 0.5 + 0.3 * 0.2, 0.7},
                HybridBlend.of(new double[] {10, 20, 30}, new double[] {1, 0.2, 0}),
                1e-12);
    }

    @Test
    void a_scoring_knows_its_model() {
        FakeModel model = linear(Map.of());
        assertEquals(Optional.empty(), new Scoring.ByRule().model());
        assertEquals(Optional.of(model), new Scoring.ByModel(model).model());
        assertEquals(Optional.of(model), new Scoring.Blended(model).model());
        assertTrue(Questions.by(new Scoring.ByModel(model)).asksForSecondLook());
        assertFalse(Knowledge.NONE.asksForSecondLook());
    }
}
