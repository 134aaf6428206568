package ai.artenic.optimizer.domain.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.workload.Architecture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuessedMemoryTest {
    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    private static Map<String, Object> bare(double paramsM) {
        return new HashMap<>(
                Map.of("dataset_size_gb", 10, "model_params_m", paramsM, "framework", "pytorch", "gpu_required", true));
    }

    private static GpuMemoryEstimate estimate(Map<String, ?> fields, int gpus) {
        return GpuMemoryEstimator.estimate(ModelProfiler.profile(Workloads.of(fields)), gpus);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_larger_network_of_unknown_kind_never_needs_less(long seed) {
        var random = new SplittableRandom(seed);
        Map<String, Object> fields = Workloads.seededFields(seed);
        fields.keySet().removeAll(List.of("architecture", "estimated_hours", "reference"));
        fields.put("framework", "pytorch");
        if (random.nextBoolean()) {
            fields.keySet()
                    .retainAll(List.of(
                            "dataset_size_gb",
                            "framework",
                            "gpu_required",
                            "batch_size",
                            "precision",
                            "zero_stage",
                            "gradient_accumulation",
                            "optimizer",
                            "activation_checkpointing"));
        }
        double paramsM = 100 * Math.pow(10, 2 * random.nextDouble() - 1);
        int gpus = 1 + random.nextInt(8);
        fields.put("model_params_m", paramsM);
        GpuMemoryEstimate before = estimate(fields, gpus);
        fields.put("model_params_m", paramsM * (1 + 3 * random.nextDouble()));
        GpuMemoryEstimate after = estimate(fields, gpus);
        String both = before + " " + after;
        assertTrue(after.low() >= before.low() * (1 - 1e-9), both);
        assertTrue(after.expected() >= before.expected() * (1 - 1e-9), both);
        assertTrue(after.high() >= before.high() * (1 - 1e-9), both);
        assertTrue(after.low() <= after.expected() && after.expected() <= after.high(), both);
    }

    @ParameterizedTest
    @CsvSource({
        "num_layers, 12",
        "num_attention_heads, 12",
        "sequence_length, 128",
        "hidden_size, 768",
        "vocab_size, 30522"
    })
    void what_only_transformers_have_makes_a_small_network_one(String field, int value) {
        Map<String, Object> fields = bare(66);
        assertEquals(Architecture.CNN, architecture(fields));
        fields.put(field, value);
        assertEquals(Architecture.TRANSFORMER, architecture(fields));
    }

    @Test
    void a_stated_forward_pass_makes_a_large_network_convolutional() {
        Map<String, Object> fields = bare(198);
        assertEquals(Architecture.TRANSFORMER, architecture(fields));
        fields.put("forward_activations_m", 43);
        assertEquals(Architecture.CNN, architecture(fields));
    }

    private static Architecture architecture(Map<String, ?> fields) {
        return ModelProfiler.profile(Workloads.of(fields)).architecture();
    }

    @Test
    void a_batch_that_fits_no_card_is_taken_to_be_split_unless_it_is_stated_not_to_be() {
        Map<String, Object> fields = bare(90);
        fields.put("batch_size", 4096);
        assertEquals(80, estimate(fields, 1).expected());
        assertTrue(estimate(fields, 1).high() > 800);
        fields.put("gradient_accumulation", 1);
        assertTrue(estimate(fields, 1).expected() > 800);
    }

    @Test
    void a_stated_architecture_is_not_spanned() {
        Map<String, Object> fields = bare(110);
        double guessed = estimate(fields, 1).expected();
        fields.put("architecture", "transformer");
        assertTrue(estimate(fields, 1).expected() < guessed / 2);
    }
}
