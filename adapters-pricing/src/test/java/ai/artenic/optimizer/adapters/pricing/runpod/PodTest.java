package ai.artenic.optimizer.adapters.pricing.runpod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodTest {
    private final Gpus gpus = new Gpus();

    @AfterEach
    void close() {
        gpus.close();
    }

    @Test
    void pods_are_as_large_as_their_type_allows_and_of_the_tiers_it_is_in() {
        gpus.sells("""
                {"id": "NVIDIA L4", "displayName": "L4", "memoryInGb": 24, "maxGpuCount": 7, "secureCloud": true,
                 "communityCloud": false, "securePrice": 0.4, "communityPrice": 0.2}""").sells("""
                {"id": "NVIDIA A40", "displayName": "A40", "memoryInGb": 48, "maxGpuCount": 1, "secureCloud": false,
                 "communityCloud": true, "securePrice": 0.4, "communityPrice": 0.2}""");

        assertEquals(
                List.of("1x_A40_COMMUNITY", "1x_L4_SECURE", "2x_L4_SECURE", "4x_L4_SECURE"),
                Offers.of(gpus.source()).stream()
                        .map(offer -> offer.id().instanceType())
                        .toList());
    }

    @Test
    void a_claim_of_endless_gpus_is_not_followed() {
        gpus.sells("""
                {"id": "NVIDIA L4", "displayName": "L4", "memoryInGb": 24, "maxGpuCount": 2147483647,
                 "securePrice": 0.4, "communityPrice": 0.2}""");

        assertEquals(12, Offers.of(gpus.source("countries", "US")).size());
    }

    @Test
    void instance_types_are_named_as_in_the_bundled_snapshot() {
        Map.of(
                        "NVIDIA A100 80GB PCIe", "A100 PCIe",
                        "NVIDIA A100-SXM4-80GB", "A100 SXM",
                        "NVIDIA H100 PCIe", "H100 PCIe",
                        "NVIDIA RTX A6000", "RTX A6000",
                        "NVIDIA RTX 4000 Ada Generation", "RTX 4000 Ada",
                        "NVIDIA GeForce RTX 4090", "RTX 4090",
                        "NVIDIA RTX PRO 6000 Blackwell Workstation Edition", "RTX PRO 6000 WK")
                .forEach((id, shown) -> gpus.sells(id, shown, shown.startsWith("A100") ? 80 : 48, "1", "1"));

        List<String> types = Offers.of(gpus.source("countries", "US")).stream()
                .map(offer -> offer.id().instanceType())
                .filter(type -> type.matches("1x.*SECURE"))
                .sorted()
                .toList();

        assertEquals(
                List.of(
                        "1x_A100-80GB-SXM_SECURE",
                        "1x_A100-80GB_SECURE",
                        "1x_H100_SECURE",
                        "1x_RTX4000-Ada_SECURE",
                        "1x_RTX4090_SECURE",
                        "1x_RTXA6000_SECURE",
                        "1x_RTXPRO6000-WK_SECURE"),
                types);
    }

    @Test
    void a_type_that_makes_no_sense_is_named_and_the_others_stay() {
        gpus.sells("NVIDIA H100 80GB HBM3", "H100 SXM", 80, "2.71", "2.41")
                .sells(
                        "{\"id\": \"New GPU\", \"displayName\": \"New\", \"securePrice\": 3, \"communityCloud\": false}");

        PriceSource source = gpus.source("countries", "US");

        assertEquals(8, Offers.of(source).size());
        assertEquals(
                List.of("1x_New_SECURE/global: the memory of the unknown GPU 'New GPU' is not stated"),
                Offers.rejected(source));
    }
}
