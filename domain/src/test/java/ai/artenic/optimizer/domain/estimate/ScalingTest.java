package ai.artenic.optimizer.domain.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingTest {
    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    private static double speedUp(Gpu gpu, int devices, int nodes, ModelProfile profile) {
        return Scaling.speedUp(new Accelerators(gpu, devices, 16), gpu, nodes, profile);
    }

    private static ModelProfile profile(double paramsM, int batchSize) {
        return ModelProfiler.profile(Workloads.with(Map.of("model_params_m", paramsM, "batch_size", batchSize)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_gpus_to_a_node_or_more_nodes_are_never_slower_whatever_the_batch(long seed) {
        var random = new SplittableRandom(seed);
        Gpu gpu = Gpus.ALL.get(random.nextInt(Gpus.ALL.size()));
        ModelProfile profile = profile(random.nextBoolean() ? 100 : 7000, 1 + random.nextInt(200));
        int devices = 1 + random.nextInt(16);
        int nodes = 1 + random.nextInt(32);
        double before = speedUp(gpu, devices, nodes, profile) * (1 - 1e-12);
        assertTrue(speedUp(gpu, devices + 1, nodes, profile) >= before, "one GPU more");
        assertTrue(speedUp(gpu, 2 * devices, nodes, profile) >= before, "twice the GPUs");
        assertTrue(speedUp(gpu, devices, nodes + 1, profile) >= before, "one node more");
        assertTrue(speedUp(gpu, devices, 2 * nodes, profile) >= before, "twice the nodes");
    }

    @Test
    void a_batch_that_fills_all_gpus_loses_within_nodes_and_between_them() {
        double withinNode = 8 / (1 + 0.17 * 7 / 8);
        assertEquals(withinNode * 4 / 1.08, speedUp(Gpus.A100, 8, 4, profile(7000, 32)), 1e-9);
    }
}
