package ai.artenic.optimizer.domain.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
        GpuMemoryEstimate full = estimate(Map.of("method", "full"));
        assertTrue(full.exceeds(80), full.toString());
    }

    @Test
    void full_training_with_adam_keeps_sixteen_bytes_for_each_parameter() {
        var stated = new HashMap<String, Object>(Map.of("method", "full", "activation_checkpointing", true));
        stated.putAll(Map.of("gradient_accumulation", 32, "zero_stage", 0, "vocab_size", 1, "sequence_length", 1));
        double states = 7e9 * 16 / (1L << 30);
        assertEquals(states + 0.9, estimate(stated).expected(), 0.1);
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
        double adam = estimate(Map.of("method", "full", "optimizer", "adamw")).expected();
        double sgd = estimate(Map.of("method", "full", "optimizer", "sgd")).expected();
        double eightBit =
                estimate(Map.of("method", "full", "optimizer", "adamw_8bit")).expected();
        double adafactor =
                estimate(Map.of("method", "full", "optimizer", "adafactor")).expected();
        assertTrue(adam > sgd && sgd > eightBit && eightBit > adafactor);
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

    @Test
    void headroom_is_a_share_of_the_usable_memory_and_never_leaves_its_range() {
        var need = new GpuMemoryEstimate(8, 10, 14);
        assertEquals((24 * 0.93 - 11.5) / (24 * 0.93), need.headroom(24), 1e-12);
        assertEquals(-1, need.headroom(1));
        assertTrue(need.headroom(80) > need.headroom(24));
        assertTrue(need.exceeds(8));
        assertFalse(need.exceeds(8.7));
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
    void a_job_without_a_neural_network_needs_little() {
        assertFalse(estimate(Workloads.trees(), 1).exceeds(8));
    }
}
