package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.workload.Framework;
import ai.artenic.optimizer.domain.workload.Precision;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureVectorTest {
    private static final Offer L4 = Offers.gpu("aws", "l4", Gpus.L4, 1, 0.8, 0.3);
    private static final Offer A100S = Offers.gpu("gcp", "a100x4", Gpus.A100, 4, 10, 0);
    private static final Workload LORA = Workloads.lora7b();

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static InstanceRecommendation on(Workload workload, Offer offer, boolean spot, Offer... others) {
        List<Offer> offers = others.length == 0 ? List.of(offer) : List.of(offer, others[0]);
        return Questions.ranked(offers, Questions.all(workload), Knowledge.NONE).stream()
                .filter(item -> item.offer().equals(offer) && item.isSpot() == spot)
                .findFirst()
                .orElseThrow();
    }

    private static void assertValues(Map<String, Double> expected, InstanceRecommendation item) {
        expected.forEach((name, value) -> assertEquals(value, item.features().value(name), 1e-9, name));
    }

    @Test
    void the_workload_stands_first() {
        double framework = Framework.PYTORCH.id();
        double precision = Precision.BF16.id();
        double[] expected = {50, 7000, 3, 32, framework, 1, precision, 8, 0, Double.NaN};
        double[] values = on(LORA, L4, false).features().values();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values[i], FeatureSchema.V2.names().get(i));
        }
        Workload estimated = Workloads.with(Map.of("estimated_hours", 12, "distributed", true));
        assertValues(Map.of("estimated_hours", 12.0, "distributed", 1.0), on(estimated, L4, false));
    }

    @Test
    void the_instance_follows() {
        assertValues(
                Map.of("vcpus", 12.0, "memory_gb", 85.0, "gpu_count", 1.0, "gpu_type_id", 5.0, "provider_id", 2.0),
                on(LORA, L4, false));
        assertValues(Map.of("price_per_hour", 0.8, "spot_price_per_hour", 0.3, "is_spot", 0.0), on(LORA, L4, false));
        assertValues(Map.of("price_per_hour", 0.8, "spot_price_per_hour", 0.3, "is_spot", 1.0), on(LORA, L4, true));
    }

    @Test
    void crosses_compare_workload_and_instance() {
        InstanceRecommendation onDemand = on(LORA, L4, false);
        assertValues(
                Map.of(
                        "memory_per_param_ratio", 85.0 / 7000,
                        "cost_per_gpu_hour", 0.8,
                        "spot_discount_pct", 0.625,
                        "vcpu_per_worker", 1.5,
                        "cost_efficiency_score", onDemand.score()),
                onDemand);
        assertValues(Map.of("cost_per_gpu_hour", 0.3), on(LORA, L4, true));
        assertValues(Map.of("cost_per_gpu_hour", 2.5), on(LORA, A100S, false));
        double need = onDemand.gpuMemoryRequired().orElseThrow().expected().value();
        double headroom = onDemand.features().value("gpu_memory_headroom");
        assertTrue(headroom < 1 - need / 24 + 1e-9 && headroom > -1, headroom + " for " + need + " of 24 GB");
        assertValues(Map.of("memory_fit_margin", headroom), onDemand);
    }

    @Test
    void hardware_and_estimates_come_last() {
        InstanceRecommendation four = on(LORA, A100S, false);
        assertValues(
                Map.of(
                        "gpu_tflops", 312.0,
                        "gpu_bandwidth_gb_s", 2039.0,
                        "total_gpu_memory_gb", 320.0,
                        "node_count", 1.0,
                        "predicted_hours", four.estimatedHours().expected().value(),
                        "p_preempted", 0.0),
                four);
        assertEquals(
                four.estimatedCost().expected().amount().doubleValue(),
                four.features().value("expected_cost_eur"),
                1e-6);
        Workload brief = Workloads.with(Map.of("estimated_hours", 2));
        double preempted = on(brief, L4, true).features().value("p_preempted");
        assertTrue(preempted > 0 && preempted < 1, "p_preempted " + preempted);
    }

    @Test
    void nodes_multiply_gpu_memory_but_not_gpus() {
        Workload spread = Workloads.with(Map.of("distributed", true));
        var two = new Constraints(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                2);
        InstanceRecommendation pair =
                Questions.ranked(List.of(A100S), Questions.of(spread, two, 9), Knowledge.NONE).stream()
                        .filter(item -> item.nodeCount() == 2)
                        .findFirst()
                        .orElseThrow();
        assertValues(Map.of("node_count", 2.0, "total_gpu_memory_gb", 640.0, "gpu_count", 4.0), pair);
    }

    @Test
    void the_best_of_the_request_is_the_measure() {
        InstanceRecommendation cheap = on(LORA, L4, true, A100S);
        InstanceRecommendation fast = on(LORA, A100S, false, L4);
        assertValues(Map.of("cost_to_cheapest", 0.0), cheap);
        assertValues(Map.of("hours_to_fastest", 0.0), fast);
        double dearer =
                fast.features().value("expected_cost_eur") / cheap.features().value("expected_cost_eur");
        double slower =
                cheap.features().value("predicted_hours") / fast.features().value("predicted_hours");
        assertValues(Map.of("cost_to_cheapest", Math.log(dearer)), fast);
        assertValues(Map.of("hours_to_fastest", Math.log(slower)), cheap);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void somebody_is_the_cheapest_and_somebody_the_fastest_and_nobody_beats_them(long seed) {
        List<InstanceRecommendation> all =
                Questions.ranked(Offers.seeded(seed, 40), Questions.all(LORA), Knowledge.NONE);
        for (String name : List.of("cost_to_cheapest", "hours_to_fastest")) {
            assertEquals(
                    0,
                    all.stream()
                            .mapToDouble(item -> item.features().value(name))
                            .min()
                            .orElseThrow(),
                    name);
        }
    }

    @Test
    void what_is_missing_is_not_a_number() {
        InstanceRecommendation noSpot = on(LORA, A100S, false);
        assertValues(Map.of("spot_price_per_hour", Double.NaN, "spot_discount_pct", Double.NaN), noSpot);
        Offer stranger = Offers.gpu("our_cloud", "x", Gpu.unknown("X1", OptionalDouble.of(80)), 1, 2, 0);
        assertValues(
                Map.of(
                        "gpu_type_id", Double.NaN,
                        "provider_id", Double.NaN,
                        "gpu_tflops", Double.NaN,
                        "gpu_bandwidth_gb_s", Double.NaN,
                        "total_gpu_memory_gb", 80.0),
                on(LORA, stranger, false));
        InstanceRecommendation cpu = on(Workloads.trees(), Offers.cpu("hetzner", "cx", 16, 64, 0.1, 0), false);
        assertValues(
                Map.of(
                        "gpu_count", 0.0,
                        "gpu_type_id", Double.NaN,
                        "cost_per_gpu_hour", Double.NaN,
                        "gpu_memory_headroom", Double.NaN,
                        "memory_per_param_ratio", Double.NaN,
                        "total_gpu_memory_gb", 0.0),
                cpu);
        double margin = cpu.features().value("memory_fit_margin");
        assertTrue(margin > 0 && margin <= 1, "of main memory: " + margin);
    }

    @Test
    void v2_begins_with_v1() {
        FeatureVector features = on(LORA, L4, false).features();
        FeatureVector first = features.as(FeatureSchema.V1).orElseThrow();
        assertEquals(24, FeatureSchema.V1.size());
        assertEquals(34, FeatureSchema.V2.size());
        assertEquals(FeatureSchema.V1.names(), FeatureSchema.V2.names().subList(0, 24));
        FeatureSchema.V1.names().forEach(name -> assertEquals(features.value(name), first.value(name)));
        assertEquals(features, features.as(FeatureSchema.V2).orElseThrow());
        assertTrue(first.as(FeatureSchema.V2).isEmpty(), "what was not logged cannot be made up");
    }

    @Test
    void a_schema_knows_its_names() {
        assertEquals("v2", FeatureSchema.V2.id());
        assertEquals(14, FeatureSchema.V1.indexOf("price_per_hour"));
        assertThrows(IllegalArgumentException.class, () -> FeatureSchema.V1.indexOf("gpu_tflops"));
        assertEquals(
                List.of("framework_id", "precision_id", "gpu_type_id", "provider_id"),
                FeatureSchema.V2.features().stream()
                        .filter(Feature::isCategory)
                        .map(Feature::name)
                        .toList());
        assertTrue(FeatureSchema.V2.features().stream().noneMatch(one -> one.isCategory() && one.direction() != 0));
    }

    @Test
    void a_vector_cannot_be_changed_from_outside() {
        var values = new double[24];
        var vector = new FeatureVector(FeatureSchema.V1, values);
        values[0] = 1;
        vector.values()[1] = 1;
        assertEquals(new FeatureVector(FeatureSchema.V1, new double[24]), vector);
        assertEquals(vector.hashCode(), new FeatureVector(FeatureSchema.V1, new double[24]).hashCode());
        assertNotEquals(vector, new FeatureVector(FeatureSchema.V1, values));
        assertTrue(vector.toString().startsWith("v1[0.0, 0.0"), vector.toString());
        assertThrows(IllegalArgumentException.class, () -> new FeatureVector(FeatureSchema.V2, values));
    }
}
