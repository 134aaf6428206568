package ai.artenic.optimizer.domain.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassesTest {
    private static String text(Map<String, ?> changes) {
        return WorkloadClass.of(Workloads.with(changes)).text();
    }

    private static String framework(String framework) {
        return WorkloadClass.of(Workloads.of(Map.of(
                        "dataset_size_gb", 20, "model_params_m", 0, "framework", framework, "gpu_required", false)))
                .text();
    }

    @Test
    void machines_pool_by_gpu_type_whatever_their_number_and_seller() {
        assertEquals(
                new HardwareClass("L4"),
                HardwareClass.of(Offers.gpu("aws", "g6", Gpus.L4, 1, 1, 0).machine()));
        assertEquals(
                HardwareClass.of(Offers.gpu("gcp", "g2", Gpus.L4, 4, 3, 0).machine()),
                HardwareClass.of(Offers.gpu("gcp", "part", Gpus.L4, 0.5, 1, 0).machine()));
        assertEquals(
                "cpu",
                HardwareClass.of(Offers.cpu("aws", "m7", 8, 32, 1, 0).machine()).text());
    }

    @Test
    void networks_pool_by_architecture_method_and_decade_of_parameters() {
        assertEquals("transformer/lora/1b-10b", text(Map.of("architecture", "transformer")));
        assertEquals("transformer/lora/1b-10b", text(Map.of("architecture", "transformer", "batch_size", 999)));
    }

    @Test
    void what_is_not_stated_is_a_class_of_its_own() {
        assertEquals("unstated/lora/1b-10b", text(Map.of()));
        assertEquals(
                "unstated/unstated/10m-100m",
                WorkloadClass.of(Workloads.resnet()).text());
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, under-1m",
        "1, 1m-10m",
        "9.99, 1m-10m",
        "10, 10m-100m",
        "100, 100m-1b",
        "1000, 1b-10b",
        "10000, 10b-100b",
        "100000, 100b-1t",
        "999999, 100b-1t"
    })
    void sizes_pool_by_decade(double millions, String decade) {
        assertEquals("unstated/lora/" + decade, text(Map.of("model_params_m", millions)));
    }

    @ParameterizedTest
    @CsvSource({
        "xgboost, boosting",
        "lightgbm, boosting",
        "sklearn, sklearn",
        "spark, dataflow",
        "dask, dataflow",
        "other, other",
        "pytorch, network",
        "jax, network",
        "tensorflow, network"
    })
    void what_is_no_network_of_known_size_pools_by_family_of_framework(String framework, String family) {
        assertEquals(family, framework(framework));
    }

    @Test
    void users_own_figures_err_in_a_class_of_their_own() {
        assertEquals("unstated/lora/1b-10b/own-figure", text(Map.of("estimated_hours", 12)));
    }

    @Test
    void a_class_has_a_name() {
        assertThrows(IllegalArgumentException.class, () -> new HardwareClass(" "));
        assertThrows(IllegalArgumentException.class, () -> new WorkloadClass(""));
    }
}
