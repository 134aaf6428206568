package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeuristicRankerTest {
    private static final List<Offer> MARKET = List.of(
            Offers.gpu("aws", "l4", Gpus.L4, 1, 0.8, 0.3),
            Offers.gpu("aws", "t4", Gpus.T4, 1, 0.5, 0.2),
            Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 1.2),
            Offers.gpu("gcp", "h100x8", Gpus.H100, 8, 30, 0),
            Offers.cpu("hetzner", "cx", 16, 32, 0.1, 0));

    private static Ranking rank(List<Offer> offers, Map<String, ?> request) {
        var raw = new HashMap<String, Object>(Map.of("workload", Workloads.lora7bFields(), "persist", false));
        raw.putAll(request);
        var read = RecommendRequest.read(raw);
        var accepted =
                assertInstanceOf(ai.artenic.optimizer.domain.intake.Intake.Accepted.class, read, read.toString());
        return new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG)
                .rank(Offers.snapshot(offers), (RecommendRequest) accepted.value());
    }

    private static List<InstanceRecommendation> ordered(Map<String, ?> request) {
        return assertInstanceOf(Ranking.Ordered.class, rank(MARKET, request)).recommendations();
    }

    private static Map<RejectionReason, Integer> counts(Ranking ranking) {
        return ranking.rejected().stream().collect(Collectors.toMap(Rejection::reason, Rejection::count));
    }

    @Test
    void machines_that_cannot_run_the_job_are_counted_with_their_reason() {
        var tenBillion = new HashMap<>(Workloads.lora7bFields());
        tenBillion.put("model_params_m", 10_000);
        Ranking ranking = rank(MARKET, Map.of("workload", tenBillion));
        assertEquals(Map.of(RejectionReason.GPU_REQUIRED, 1, RejectionReason.GPU_MEMORY_TOO_SMALL, 2), counts(ranking));
        assertEquals(8, ranking.totalConsidered());
        assertTrue(
                ranking.rejected().getFirst().detail().contains("GB per GPU"),
                ranking.rejected().toString());
    }

    @Test
    void a_started_hour_is_charged_where_the_provider_charges_it() {
        Map<String, Object> short_ = Map.of(
                "dataset_size_gb",
                1,
                "model_params_m",
                0,
                "framework",
                "sklearn",
                "gpu_required",
                false,
                "estimated_hours",
                0.25,
                "reference",
                Map.of("vcpus", 16));
        List<Offer> offers =
                List.of(Offers.cpu("hetzner", "cx", 16, 32, 0.1, 0), Offers.cpu("aws", "m", 16, 32, 0.3, 0));
        List<InstanceRecommendation> ranked = assertInstanceOf(
                        Ranking.Ordered.class, rank(offers, Map.of("workload", short_)))
                .recommendations();
        assertEquals("aws", ranked.getFirst().offer().id().provider().key());
        assertEquals("0.075", cost(ranked.getFirst()));
        assertEquals("0.1", cost(ranked.getLast()));
        assertTrue(ranked.getLast().explanation().getFirst().endsWith("; hetzner bills 1.00 h"), ranked.toString());
    }

    private static String cost(InstanceRecommendation item) {
        return item.estimatedCost().expected().amount().stripTrailingZeros().toPlainString();
    }

    @Test
    void a_figure_that_holds_for_unknown_gpus_is_among_the_assumptions() {
        var onStrangers = new HashMap<>(Workloads.lora7bFields());
        onStrangers.putAll(Map.of("estimated_hours", 10, "reference", Map.of("gpu_type", "X9000")));
        String said = assertInstanceOf(Ranking.Ordered.class, rank(MARKET, Map.of("workload", onStrangers)))
                .assumptions()
                .toString();
        assertTrue(said.contains("reference.gpu_type X9000 is not known"), said);
    }

    @Test
    void constraints_reject_with_their_own_reasons() {
        Map<String, Map<String, Object>> limits = Map.of(
                "PROVIDER_EXCLUDED", Map.of("exclude_providers", List.of("gcp")),
                "REGION_NOT_ALLOWED", Map.of("regions", List.of("us-east-1")),
                "SPOT_NOT_ALLOWED", Map.of("allow_spot", false),
                "GPU_TYPE_NOT_ALLOWED", Map.of("gpu_types", List.of("a100", "L4")),
                "PRICE_ABOVE_LIMIT", Map.of("max_price_per_hour_eur", 1),
                "HOURS_ABOVE_LIMIT", Map.of("max_hours", 50),
                "COST_ABOVE_LIMIT", Map.of("max_cost_eur", 200));
        limits.forEach((reason, constraints) -> assertTrue(
                counts(rank(MARKET, Map.of("constraints", constraints))).containsKey(RejectionReason.valueOf(reason)),
                reason));
    }

    @Test
    void only_wanted_providers_and_gpu_families_remain() {
        List<InstanceRecommendation> ranked =
                ordered(Map.of("constraints", Map.of("providers", List.of("GCP"), "gpu_types", List.of("A100"))));
        assertEquals(2, ranked.size());
        assertTrue(ranked.stream()
                .allMatch(item -> item.offer().id().instanceType().equals("a100")));
    }

    @Test
    void an_accelerator_the_framework_does_not_run_on_is_recommended_only_if_asked_for() {
        Gpu tpu = Gpu.unknown("TPU-v5e", OptionalDouble.of(16));
        Offer slice = Offers.gpu("gcp", "tpu-v5e-4", tpu, 4, 4, 0);
        var jax = new HashMap<>(Workloads.lora7bFields());
        jax.put("framework", "jax");
        jax.put("model_params_m", 1000);
        var pytorch = new HashMap<>(jax);
        pytorch.put("framework", "pytorch");
        assertInstanceOf(Ranking.Ordered.class, rank(List.of(slice), Map.of("workload", jax)));
        assertEquals(
                Map.of(RejectionReason.FRAMEWORK_NOT_SUPPORTED, 1),
                counts(rank(List.of(slice), Map.of("workload", pytorch))));
        assertInstanceOf(
                Ranking.Ordered.class,
                rank(List.of(slice), Map.of("workload", pytorch, "constraints", Map.of("gpu_types", List.of("tpu")))));
        Offer inference = Offers.gpu("aws", "inf2", Gpu.unknown("Inferentia2", OptionalDouble.of(32)), 1, 1, 0);
        assertEquals(
                Map.of(RejectionReason.FRAMEWORK_NOT_SUPPORTED, 1),
                counts(rank(List.of(inference), Map.of("workload", jax))));
    }

    @Test
    void an_offer_that_is_not_available_is_not_recommended() {
        Offer l4 = MARKET.getFirst();
        var gone = new Offer(l4.id(), l4.machine(), l4.onDemand(), l4.spot(), false, l4.provenance());
        Ranking ranking = rank(List.of(gone, MARKET.get(2)), Map.of());
        assertEquals(Map.of(RejectionReason.UNAVAILABLE, 2), counts(ranking));
    }

    @Test
    void when_nothing_fits_the_nearest_misses_are_named_with_numbers() {
        var huge = new HashMap<>(Workloads.lora7bFields());
        huge.putAll(Map.of("model_params_m", 400_000, "method", "full"));
        var empty = assertInstanceOf(Ranking.Empty.class, rank(MARKET, Map.of("workload", huge)));
        NearMiss miss = empty.nearMisses().getFirst();
        assertEquals(RejectionReason.GPU_MEMORY_TOO_SMALL, miss.reason());
        assertTrue(miss.detail().matches("needs [\\d.]+ GB per GPU \\(low estimate\\), has 80 .*"), miss.detail());
        assertEquals(8, empty.totalConsidered());
    }

    @Test
    void near_misses_of_limits_say_value_and_limit() {
        Map<String, String> expected = Map.of(
                "max_hours", "h expected, limit is 0.0100",
                "max_cost_eur", "EUR expected, limit is 0.0100",
                "max_price_per_hour_eur", "EUR/h, limit is 0.0100");
        expected.forEach((limit, words) -> {
            var empty = assertInstanceOf(Ranking.Empty.class, rank(MARKET, Map.of("constraints", Map.of(limit, 0.01))));
            assertTrue(
                    empty.nearMisses().toString().contains(words),
                    empty.nearMisses().toString());
        });
    }

    @Test
    void too_little_main_memory_is_a_reason_of_its_own() {
        var large = new HashMap<String, Object>(Map.of("dataset_size_gb", 500, "model_params_m", 0));
        large.putAll(Map.of("framework", "xgboost", "gpu_required", false));
        var empty = assertInstanceOf(Ranking.Empty.class, rank(List.of(MARKET.getLast()), Map.of("workload", large)));
        assertEquals(
                RejectionReason.MEMORY_TOO_SMALL, empty.nearMisses().getFirst().reason());
        assertTrue(empty.nearMisses().getFirst().detail().contains("has 32"));
    }

    @Test
    void spot_without_checkpoints_is_not_offered_for_a_job_that_would_never_finish() {
        var endless = new HashMap<>(Workloads.lora7bFields());
        endless.putAll(Map.of("checkpointing", false, "estimated_hours", 500));
        assertTrue(
                counts(rank(MARKET, Map.of("workload", endless))).containsKey(RejectionReason.SPOT_WOULD_NOT_FINISH));
    }

    @Test
    void spot_hours_and_cost_include_the_expected_interruptions() {
        List<InstanceRecommendation> ranked = ordered(Map.of("top_n", 100));
        InstanceRecommendation onDemand = find(ranked, "a100", false);
        InstanceRecommendation spot = find(ranked, "a100", true);
        assertTrue(spot.estimatedHours().expected().value()
                > onDemand.estimatedHours().expected().value());
        assertTrue(spot.estimatedCost()
                        .expected()
                        .compareTo(onDemand.estimatedCost().expected())
                < 0);
        assertTrue(
                spot.explanation().toString().contains("52.0 % less per hour"),
                spot.explanation().toString());
    }

    private static InstanceRecommendation find(List<InstanceRecommendation> ranked, String type, boolean spot) {
        return ranked.stream()
                .filter(item -> item.offer().id().instanceType().equals(type) && item.isSpot() == spot)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void performance_prefers_the_faster_machine_where_cost_prefers_the_cheaper() {
        Map<String, Object> noSpot = Map.of("allow_spot", false);
        String cheapest = ordered(Map.of("goal", "cost", "constraints", noSpot))
                .getFirst()
                .offer()
                .id()
                .instanceType();
        String fastest = ordered(Map.of("goal", "performance", "constraints", noSpot))
                .getFirst()
                .offer()
                .id()
                .instanceType();
        assertEquals("h100x8", fastest);
        assertFalse(cheapest.isEmpty());
    }

    @Test
    void top_n_cuts_the_list_but_not_the_counts() {
        var one = assertInstanceOf(Ranking.Ordered.class, rank(MARKET, Map.of("top_n", 1)));
        var all = assertInstanceOf(Ranking.Ordered.class, rank(MARKET, Map.of("top_n", 100)));
        assertEquals(1, one.recommendations().size());
        assertEquals(all.afterFilter(), one.afterFilter());
        assertEquals(all.recommendations().getFirst(), one.recommendations().getFirst());
        assertTrue(one.frontierTruncated());
        assertFalse(all.frontierTruncated());
    }

    @Test
    void several_nodes_are_considered_only_when_the_workload_is_distributed() {
        var spread = new HashMap<>(Workloads.lora7bFields());
        spread.put("distributed", true);
        var ranked = assertInstanceOf(
                Ranking.Ordered.class,
                rank(MARKET, Map.of("workload", spread, "top_n", 100, "constraints", Map.of("max_nodes", 6))));
        assertEquals(
                List.of(1, 2, 4, 6),
                ranked.recommendations().stream()
                        .map(InstanceRecommendation::nodeCount)
                        .distinct()
                        .sorted()
                        .toList());
        assertEquals(4 * 8, ranked.totalConsidered());
    }

    @Test
    void features_are_logged_in_schema_order_with_nan_for_what_is_missing() {
        InstanceRecommendation first = find(ordered(Map.of("top_n", 100)), "h100x8", false);
        FeatureVector features = first.features();
        assertEquals(24, FeatureSchema.V1.names().size());
        assertEquals(7000, features.value("model_params_m"));
        assertEquals(2, features.value("precision_id"));
        assertEquals(8, features.value("gpu_count"));
        assertEquals(1, features.value("gpu_type_id"));
        assertEquals(30, features.value("price_per_hour"));
        assertEquals(30.0 / 8, features.value("cost_per_gpu_hour"));
        assertEquals(1, features.value("provider_id"));
        assertTrue(Double.isNaN(features.value("spot_price_per_hour")));
        assertTrue(Double.isNaN(features.value("spot_discount_pct")));
        assertTrue(Double.isNaN(features.value("estimated_hours")));
        assertEquals(first.score(), features.value("cost_efficiency_score"));
        assertThrows(IllegalArgumentException.class, () -> features.value("colour"));
    }

    @Test
    void features_of_a_spot_candidate_without_gpus_or_workers_have_no_ratios() {
        var table = new HashMap<String, Object>(Map.of("dataset_size_gb", 5, "model_params_m", 0));
        table.putAll(Map.of("framework", "sklearn", "gpu_required", false, "num_workers", 0));
        var spot = Offers.cpu("aws", "c5", 16, 64, 0.7, 0.35);
        var ranked = assertInstanceOf(Ranking.Ordered.class, rank(List.of(spot), Map.of("workload", table)));
        FeatureVector features = ranked.recommendations().stream()
                .filter(InstanceRecommendation::isSpot)
                .findFirst()
                .orElseThrow()
                .features();
        assertEquals(0.5, features.value("spot_discount_pct"));
        assertEquals(1, features.value("is_spot"));
        for (String name : List.of(
                "memory_per_param_ratio",
                "cost_per_gpu_hour",
                "vcpu_per_worker",
                "gpu_memory_headroom",
                "gpu_type_id")) {
            assertTrue(Double.isNaN(features.value(name)), name);
        }
    }

    @Test
    void an_unknown_gpu_and_a_share_of_one_are_ranked_and_said() {
        Gpu stranger = Gpu.unknown("X9000", OptionalDouble.of(80));
        Offer share = Offers.gpu("azure", "nv6", Gpus.A100, 0.5, 1, 0);
        var ranked = assertInstanceOf(
                Ranking.Ordered.class, rank(List.of(Offers.gpu("vastai", "x", stranger, 1, 1, 0), share), Map.of()));
        String words = ranked.recommendations().toString();
        assertTrue(words.contains("not in the hardware table"), words);
        assertTrue(words.contains("a share of 0.50 of one A100-80GB"), words);
        assertTrue(Double.isNaN(ranked.recommendations().stream()
                .filter(item -> item.offer().id().instanceType().equals("x"))
                .findFirst()
                .orElseThrow()
                .features()
                .value("gpu_type_id")));
    }

    @Test
    void tight_memory_and_foreign_precision_are_explained() {
        Workload vision = Workloads.with(Map.of("architecture", "cnn", "model_params_m", 200, "batch_size", 40));
        var request = new RecommendRequest(vision, Constraints.NONE, Goal.COST, Mode.AUTO, 5, Optional.empty(), false);
        var ranked = assertInstanceOf(
                Ranking.Ordered.class,
                new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG)
                        .rank(Offers.snapshot(List.of(Offers.gpu("aws", "v100", Gpus.V100, 1, 2, 0))), request));
        String words = ranked.recommendations().getFirst().explanation().toString();
        assertTrue(words.contains("tight"), words);
        assertTrue(words.contains("bf16 is not native on V100: runs at 15.7 TFLOPS"), words);
    }

    @Test
    void weights_are_shares_that_add_up_to_one() {
        assertThrows(IllegalArgumentException.class, () -> new Weights(0.5, 0.3, 0.2, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Weights(-0.1, 0.8, 0.2, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Weights(Double.NaN, 0.3, 0.2, 0.1));
        for (Goal goal : Goal.values()) {
            Weights weights = Weights.DEFAULT.towards(goal);
            assertEquals(0.2, weights.memoryHeadroom());
            assertTrue(weights.costEfficiency() > 0);
        }
    }
}
