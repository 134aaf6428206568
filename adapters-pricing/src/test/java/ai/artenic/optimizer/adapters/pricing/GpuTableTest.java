package ai.artenic.optimizer.adapters.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpuTableTest {
    private final GpuCatalog gpus = new PriceSources().gpus();

    private Gpu gpu(String name) {
        return gpus.find(name, OptionalDouble.empty()).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA A100-SXM4-80GB,A100-80GB",
        "NVIDIA A100-PCIE-40GB,A100-40GB",
        "a100,A100-40GB",
        "nvidia-tesla-t4,T4",
        "Tesla V100-SXM2-32GB,V100-32GB",
        "NVIDIA H100 80GB HBM3,H100",
        "H100 PCIe,H100-PCIe",
        "H100NVL,H100-NVL",
        "NVIDIA GeForce RTX 4090,RTX4090",
        "RTX_A6000,RTXA6000",
        "A6000,RTXA6000",
        "RTX 6000Ada,RTX6000-Ada",
        "AMD Instinct MI300X OAM,MI300X",
        "NVIDIA RTX PRO 6000 Blackwell Server Edition,RTXPRO6000",
        "NVIDIA HGX B200,B200",
        "H100 (80 GB SXM5),H100",
        "A100 (40 GB SXM4),A100-40GB",
        "L40s,L40S"
    })
    void the_spellings_of_a_name_lead_to_one_type(String name, String type) {
        assertEquals(type, gpu(name).type());
    }

    @Test
    void a_name_that_types_share_is_told_apart_by_memory() {
        assertEquals(
                "A100-80GB",
                gpus.find("A100", OptionalDouble.of(80)).orElseThrow().type());
        assertEquals(
                "A100-40GB",
                gpus.find("A100", OptionalDouble.of(39.6)).orElseThrow().type());
        assertEquals(
                "V100-32GB",
                gpus.find("V100", OptionalDouble.of(32)).orElseThrow().type());
    }

    @Test
    void every_type_is_found_by_its_own_name_and_has_a_number_of_its_own() {
        var ids = new HashSet<Integer>();
        for (String type : gpus.types()) {
            Gpu gpu = gpus.find(type, OptionalDouble.empty()).orElseThrow();
            assertEquals(type, gpu.type());
            assertTrue(ids.add(gpu.id().orElseThrow()), type);
            assertTrue(gpu.memoryGb().orElseThrow() > 0);
        }
        assertTrue(ids.size() > 80);
    }

    @Test
    void the_first_numbers_are_those_of_the_contract() {
        assertEquals(OptionalInt.of(0), gpu("A100-80GB").id());
        assertEquals(OptionalInt.of(1), gpu("H100").id());
        assertEquals(OptionalInt.of(2), gpu("T4").id());
    }

    @Test
    void bf16_units_are_absent_before_ampere() {
        assertEquals(OptionalDouble.empty(), gpu("V100").bf16Tflops());
        assertEquals(OptionalDouble.empty(), gpu("T4").bf16Tflops());
        assertEquals(OptionalDouble.of(312), gpu("A100").bf16Tflops());
    }

    @Test
    void a_stranger_is_not_found() {
        assertEquals(Optional.empty(), gpus.find("X9000", OptionalDouble.of(24)));
    }
}
