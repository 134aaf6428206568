package ai.artenic.optimizer.domain.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InferredTransformerTest {
    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_larger_transformer_is_nowhere_deeper_wider_or_richer_in_words_by_a_step(long seed) {
        double params = Math.pow(10, 6 + 6 * new SplittableRandom(seed).nextDouble());
        var small = new InferredTransformer(params);
        var large = new InferredTransformer(params * 1.001);
        assertGrows(small.vocabulary(), large.vocabulary());
        double depth = small.layers(small.vocabulary());
        double moreDepth = large.layers(large.vocabulary());
        assertGrows(depth, moreDepth);
        double width = small.width(depth, small.vocabulary());
        double moreWidth = large.width(moreDepth, large.vocabulary());
        assertGrows(width, moreWidth);
        assertGrows(InferredTransformer.heads(width), InferredTransformer.heads(moreWidth));
    }

    private static void assertGrows(double before, double after) {
        assertTrue(after >= before * (1 - 1e-9) && after <= before * 1.0011, before + " " + after);
    }

    @Test
    void the_inferred_matrices_hold_the_parameters() {
        for (double params : new double[] {1.2e8, 1e9, 7e9, 7e10}) {
            var inferred = new InferredTransformer(params);
            double depth = inferred.layers(inferred.vocabulary());
            double width = inferred.width(depth, inferred.vocabulary());
            assertEquals(params, 12 * depth * width * width + inferred.vocabulary() * width, params * 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_larger_transformer_never_needs_less_memory_or_time_whatever_is_unstated(long seed) {
        var random = new SplittableRandom(seed);
        Map<String, Object> fields = Workloads.seededFields(seed);
        fields.putAll(Map.of("architecture", "transformer", "framework", "pytorch"));
        fields.remove(random.nextBoolean() ? "num_layers" : "hidden_size"); // both leave nothing to infer
        fields.remove("estimated_hours");
        fields.remove("reference");
        double paramsM = Math.pow(10, 1 + 5 * random.nextDouble());
        fields.put("model_params_m", paramsM);
        Workload small = Workloads.of(fields);
        fields.put("model_params_m", paramsM * (1 + random.nextDouble()));
        Workload large = Workloads.of(fields);
        for (int gpus : new int[] {1, 8}) {
            GpuMemoryEstimate before = GpuMemoryEstimator.estimate(ModelProfiler.profile(small), gpus);
            GpuMemoryEstimate after = GpuMemoryEstimator.estimate(ModelProfiler.profile(large), gpus);
            String both = before + " " + after;
            assertTrue(after.low() >= before.low() * (1 - 1e-9), both);
            assertTrue(after.expected() >= before.expected() * (1 - 1e-9), both);
            assertTrue(after.high() >= before.high() * (1 - 1e-9), both);
            assertTrue(hours(large, gpus) >= hours(small, gpus) * (1 - 1e-9), gpus + " GPUs, " + fields);
        }
    }

    private static double hours(Workload workload, int gpus) {
        return new DurationEstimator(ModelProfiler.profile(workload), Gpus.CATALOG)
                .estimate(ReferenceMachine.gpuMachine(gpus, Gpus.A100, 80), 1)
                .expected();
    }
}
