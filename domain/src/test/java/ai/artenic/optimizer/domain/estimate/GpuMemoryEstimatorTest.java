package ai.artenic.optimizer.domain.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpuMemoryEstimatorTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static GpuMemoryEstimate estimate(Workload workload, int gpus) {
        return GpuMemoryEstimator.estimate(ModelProfiler.profile(workload), gpus);
    }

    private static GpuMemoryEstimate estimate(Map<String, ?> changes) {
        return estimate(Workloads.with(changes), 1);
    }

    @Test
    void adapters_on_a_seven_billion_parameter_model_fit_a_24_gb_card_but_full_training_does_not() {
        GpuMemoryEstimate lora = estimate(Workloads.lora7b(), 1);
        assertFalse(lora.exceeds(24), lora.toString());
        GpuMemoryEstimate full = estimate(Map.of("method", "full", "mixed_precision", true));
        assertTrue(full.exceeds(80), full.toString());
    }

    @Test
    void full_training_with_adam_keeps_eight_sixteen_or_eighteen_bytes_for_each_parameter() {
        assertEquals(8, bytesOfStates(Map.of("precision", "bf16", "mixed_precision", false)), 1e-9);
        assertEquals(16, bytesOfStates(Map.of("precision", "fp32")), 1e-9);
        assertEquals(18, bytesOfStates(Map.of("precision", "fp16", "mixed_precision", true)), 1e-9);
        assertEquals(10, bytesOfStates(Map.of("precision", "fp32", "optimizer", "adamw_8bit")), 1e-9);
    }

    private static double bytesOfStates(Map<String, ?> changes) {
        var stated = new HashMap<String, Object>(Map.of("method", "full", "zero_stage", 0));
        stated.putAll(changes);
        ModelProfile profile = ModelProfiler.profile(Workloads.with(stated));
        return GpuMemoryEstimator.usual(profile, 1).states() * (1L << 30) / 7e9;
    }

    @Test
    void a_quantised_base_needs_less_than_a_sixteen_bit_one() {
        assertTrue(estimate(Map.of("method", "qlora")).expected()
                < estimate(Map.of("method", "lora")).expected());
    }

    @Test
    void recomputing_activations_saves_memory() {
        assertTrue(estimate(Map.of("activation_checkpointing", true)).expected()
                < estimate(Map.of("activation_checkpointing", false)).expected());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void each_stage_of_sharding_needs_no_more_than_the_one_before(int stage) {
        Workload sharded = Workloads.with(Map.of("method", "full", "zero_stage", stage));
        Workload less = Workloads.with(Map.of("method", "full", "zero_stage", stage - 1));
        assertTrue(estimate(sharded, 8).expected() <= estimate(less, 8).expected() + 2);
    }

    @Test
    void an_optimiser_with_smaller_state_needs_less() {
        double previous = Double.POSITIVE_INFINITY;
        for (String optimizer : new String[] {"adamw", "sgd", "adamw_8bit", "adafactor"}) {
            double need = estimate(Map.of("method", "full", "precision", "fp32", "optimizer", optimizer))
                    .expected();
            assertTrue(need < previous, optimizer);
            previous = need;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_interval_is_ordered_and_finite(long seed) {
        for (int gpus : new int[] {1, 2, 8, 64}) {
            GpuMemoryEstimate need = estimate(Workloads.of(Workloads.seededFields(seed)), gpus);
            assertTrue(0 < need.low() && need.low() <= need.expected() && need.expected() <= need.high());
            assertTrue(need.high() < Double.POSITIVE_INFINITY);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_parameters_samples_or_tokens_never_need_less(long seed) {
        for (String grown : new String[] {"model_params_m", "batch_size", "sequence_length"}) {
            Map<String, Object> fields = Workloads.seededFields(seed);
            fields.putAll(Map.of("architecture", "transformer", "batch_size", 8, "sequence_length", 512));
            fields.putAll(Map.of("num_layers", 24, "hidden_size", 1024, "vocab_size", 32000, "framework", "pytorch"));
            fields.put("model_params_m", 400);
            GpuMemoryEstimate before = estimate(Workloads.of(fields), 1);
            fields.put(grown, 2 * (int) Objects.requireNonNull(fields.get(grown)));
            GpuMemoryEstimate after = estimate(Workloads.of(fields), 1);
            assertTrue(after.low() >= before.low() && after.expected() >= before.expected(), grown);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_billion_parameters_are_no_step_down_whatever_is_unstated(long seed) {
        Map<String, Object> fields = Workloads.seededFields(seed);
        fields.putAll(Map.of("architecture", "transformer", "framework", "pytorch"));
        for (int gpus : new int[] {1, 2, 8}) {
            fields.put("model_params_m", 999);
            GpuMemoryEstimate below = estimate(Workloads.of(fields), gpus);
            fields.put("model_params_m", 1001);
            GpuMemoryEstimate above = estimate(Workloads.of(fields), gpus);
            assertTrue(above.low() >= below.low() && above.expected() >= below.expected(), below + " " + above);
        }
    }

    @Test
    void with_nothing_stated_a_larger_network_is_never_rejected_less() {
        for (String precision : new String[] {"fp32", "bf16"}) {
            GpuMemoryEstimate before = new GpuMemoryEstimate(0, 0, 0);
            for (double millions = 10; millions < 200_000; millions *= 1.25) {
                GpuMemoryEstimate need = estimate(
                        Workloads.of(Map.of(
                                "dataset_size_gb",
                                10,
                                "model_params_m",
                                millions,
                                "framework",
                                "pytorch",
                                "gpu_required",
                                true,
                                "precision",
                                precision)),
                        1);
                assertTrue(need.low() >= before.low() && need.expected() >= before.expected(), millions + ": " + need);
                before = need;
            }
        }
    }

    @Test
    void a_small_model_is_not_taken_to_save_memory_while_it_needs_little() {
        Map<String, Object> bert = Map.of("method", "full", "model_params_m", 340, "precision", "fp16");
        var plain = new HashMap<String, Object>(bert);
        plain.putAll(Map.of("activation_checkpointing", false, "mixed_precision", true));
        assertEquals(estimate(plain).expected(), estimate(bert).expected(), 1e-9);
    }

    @Test
    void a_small_batch_of_short_samples_is_held_whole() {
        Map<String, Object> bert =
                Map.of("model_params_m", 110, "method", "full", "precision", "fp16", "sequence_length", 128);
        var whole = new HashMap<String, Object>(bert);
        whole.put("gradient_accumulation", 1);
        assertEquals(estimate(whole).expected(), estimate(bert).expected(), 1e-9);
    }

    @Test
    void a_batch_that_would_fit_no_card_is_taken_to_be_split_unless_stated_otherwise() {
        Map<String, Object> large =
                Map.of("batch_size", 512, "sequence_length", 2048, "activation_checkpointing", false);
        assertEquals(192, estimate(large).high(), 1e-9);

        var whole = new HashMap<>(large);
        whole.put("gradient_accumulation", 1);
        assertTrue(estimate(whole).high() > 10_000, estimate(whole).toString());
    }

    @Test
    void a_single_sample_that_fits_no_card_is_still_said_to_fit_none() {
        Map<String, Object> huge = Map.of("model_params_m", 405_000, "method", "full", "zero_stage", 0);
        assertTrue(estimate(huge).low() > 192, estimate(huge).toString());
        assertTrue(
                estimate(huge).high() > estimate(huge).expected(),
                estimate(huge).toString());
    }

    @Test
    void headroom_is_a_share_of_the_usable_memory_and_never_leaves_its_range() {
        var need = new GpuMemoryEstimate(8, 10, 14);
        assertEquals((24 * 0.93 - 12) / (24 * 0.93), need.headroom(24), 1e-12);
        assertEquals(-1, need.headroom(1));
        assertTrue(need.headroom(80) > need.headroom(24));
        assertTrue(need.exceeds(8));
        assertFalse(need.exceeds(8.7));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_stated_lies_within_what_was_spanned_while_unstated(long seed) {
        Map<String, Object> fields = Workloads.lora7bFields();
        fields.remove("method");
        fields.remove("sequence_length");
        fields.put("model_params_m", 1000 + 100 * seed);
        GpuMemoryEstimate open = estimate(Workloads.of(fields), 1);
        for (String method : new String[] {"full", "lora", "qlora"}) {
            for (boolean checkpointing : new boolean[] {true, false}) {
                fields.putAll(Map.of("method", method, "activation_checkpointing", checkpointing));
                fields.put("sequence_length", 512);
                GpuMemoryEstimate stated = estimate(Workloads.of(fields), 1);
                assertTrue(open.low() <= stated.low() && stated.high() <= open.high(), method);
            }
        }
    }

    @Test
    void a_frozen_base_is_sharded_only_where_no_card_holds_it_whole() {
        Map<String, Object> sharded = Map.of("zero_stage", 3, "gradient_accumulation", 1, "batch_size", 8);
        var large = new HashMap<String, Object>(sharded);
        large.put("model_params_m", 72_000);
        double small = GpuMemoryEstimator.usual(ModelProfiler.profile(Workloads.with(sharded)), 8)
                .states();
        double huge = GpuMemoryEstimator.usual(ModelProfiler.profile(Workloads.with(large)), 8)
                .states();
        assertEquals(7e9 * 2.12 / (1L << 30), small, 1e-9);
        assertEquals(25 + 72e9 * 0.12 / (1L << 30), huge, 1e-9);
        double onFour = GpuMemoryEstimator.usual(ModelProfiler.profile(Workloads.with(large)), 4)
                .states();
        assertEquals(72e9 * (2.0 / 4 + 0.12) / (1L << 30), onFour, 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void adapters_on_a_larger_sharded_base_never_need_less_nor_on_fewer_gpus(long seed) {
        var random = new SplittableRandom(seed);
        double params = Math.pow(10, 3 + 3 * random.nextDouble());
        int gpus = 1 + random.nextInt(64);
        GpuMemoryEstimate need = sharded(params, gpus);
        GpuMemoryEstimate larger = sharded(params * (1 + random.nextDouble()), gpus);
        GpuMemoryEstimate onMore = sharded(params, gpus + 1 + random.nextInt(64));
        assertTrue(larger.low() >= need.low() && larger.expected() >= need.expected(), need + " " + larger);
        assertTrue(larger.high() >= need.high(), need + " " + larger);
        assertTrue(onMore.expected() <= need.expected() + 0.5, need + " " + onMore);
    }

    private static GpuMemoryEstimate sharded(double paramsM, int gpus) {
        return estimate(
                Workloads.with(Map.of("model_params_m", paramsM, "zero_stage", 3, "gradient_accumulation", 1)), gpus);
    }

    @Test
    void a_gated_block_with_shared_keys_is_counted_as_stated() {
        Map<String, Object> shape = Map.of(
                "num_layers",
                32,
                "hidden_size",
                4096,
                "vocab_size",
                1,
                "batch_size",
                1,
                "intermediate_size",
                11008,
                "num_attention_heads",
                32,
                "num_key_value_heads",
                8);
        var gated = new HashMap<String, Object>(shape);
        gated.putAll(Map.of("gated_mlp", true, "activation_checkpointing", false));
        double layer = (18 * 4096 + 8 * 4096 / 4.0 + 8 * 11008) * 0.8;
        double expected = (2048 * layer * 32 + 16 * 2048) / (1L << 30);
        assertEquals(expected, activations(gated), 1e-9);
        gated.put("flash_attention", false);
        assertEquals(expected + 2048 * 2.5 * 32 * 2048 * 32 / (1L << 30), activations(gated), 1e-9);
        gated.put("method", "qlora");
        assertTrue(activations(gated) > 1.25 * expected);
    }

    private static double activations(Map<String, ?> fields) {
        return GpuMemoryEstimator.usual(ModelProfiler.profile(Workloads.with(fields)), 1)
                .activations();
    }

    @Test
    void known_activations_of_a_vision_model_are_five_bytes_each_in_16_bits() {
        var fields = new HashMap<String, Object>(WorkloadFields.of(Workloads.resnet()));
        fields.put("forward_activations_m", 11.11);
        assertEquals(256 * 11.11e6 * 5 / (1L << 30), activationsOf(fields), 1e-9);
        fields.put("precision", "fp32");
        assertEquals(256 * 11.11e6 * 10 / (1L << 30), activationsOf(fields), 1e-9);
    }

    private static double activationsOf(Map<String, ?> fields) {
        return GpuMemoryEstimator.usual(ModelProfiler.profile(Workloads.of(fields)), 1)
                .activations();
    }

    @Test
    void the_outputs_of_convolutions_are_less_certain_guessed_than_stated() {
        GpuMemoryEstimate guessed = estimate(Workloads.resnet(), 1);
        var stated = new HashMap<String, Object>(WorkloadFields.of(Workloads.resnet()));
        stated.put("forward_activations_m", 11.11);
        GpuMemoryEstimate known = estimate(Workloads.of(stated), 1);
        assertTrue(guessed.high() / guessed.low() > 3 * known.high() / known.low(), guessed + " against " + known);
    }

    @Test
    void what_is_taken_for_granted_is_said() {
        Workload bare = Workloads.of(
                Map.of("dataset_size_gb", 1, "model_params_m", 7000, "framework", "pytorch", "gpu_required", true));
        ModelProfile profile = ModelProfiler.profile(bare);
        var said = profile.assumptions().toString() + GpuMemoryEstimator.assumptions(profile);
        for (String word : new String[] {
            "architecture",
            "method",
            "sequence_length",
            "tokens",
            "activation_checkpointing",
            "accumulation",
            "zero_stage"
        }) {
            assertTrue(said.contains(word), word + " in " + said);
        }
    }

    @Test
    void what_an_architecture_was_taken_from_is_said() {
        Map<String, Object> bare = Map.of("dataset_size_gb", 1, "framework", "pytorch", "gpu_required", true);
        var sized = new HashMap<String, Object>(bare);
        sized.put("model_params_m", 25);
        assertTrue(saidOf(sized).contains("architecture taken as cnn from model_params_m"), saidOf(sized));
        sized.put("sequence_length", 128);
        String sequential = "architecture taken as transformer from the fields that are stated";
        assertTrue(saidOf(sized).contains(sequential), saidOf(sized));
    }

    private static String saidOf(Map<String, ?> fields) {
        return ModelProfiler.profile(Workloads.of(fields)).assumptions().toString();
    }

    @Test
    void a_job_without_a_neural_network_needs_little() {
        assertFalse(estimate(Workloads.trees(), 1).exceeds(8));
    }
}
