package ai.artenic.optimizer.adapters.pricing.vastai;

import static ai.artenic.optimizer.adapters.pricing.vastai.Hosts.host;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostOfferTest {
    private static final String REGION = "Romania, RO, EU";

    private final Hosts hosts = new Hosts();

    @AfterEach
    void close() {
        hosts.close();
    }

    private List<Offer> offers() {
        return Offers.of(hosts.source());
    }

    private Machine only() {
        assertEquals(1, offers().size());
        return offers().getFirst().machine();
    }

    @Test
    void megabytes_become_gigabytes_and_memory_is_the_share_of_the_cores() {
        hosts.rents(host());

        Offer offer = Offers.find(offers(), "2x-RTX_3090-32-65536", REGION);

        assertEquals(64, offer.machine().memoryGb().orElseThrow(), "40 of 80 cores of 252 GB, rounded down");
        assertEquals(32, offer.machine().vcpus().orElseThrow());
        Accelerators has = offer.machine().accelerators().orElseThrow();
        assertEquals("RTX3090", has.gpu().type());
        assertEquals(24, has.memoryGbEach());
    }

    @Test
    void a_share_of_a_hosts_gpus_is_made_of_whole_gpus() {
        hosts.rents(host("gpu_frac", "0.25", "num_gpus", "2"));

        assertEquals(2, only().accelerators().orElseThrow().count());
    }

    @Test
    void without_a_number_of_cores_the_memory_is_unknown_and_not_0() {
        hosts.rents(host("cpu_cores", "null"));

        Offer offer = Offers.find(offers(), "2x-RTX_3090-32", REGION);
        assertTrue(offer.machine().memoryGb().isEmpty());
        assertEquals(32, offer.machine().vcpus().orElseThrow());
    }

    @Test
    void without_any_cores_both_are_unknown() {
        hosts.rents(host("cpu_cores", "null", "cpu_cores_effective", "null"));

        Offer offer = Offers.find(offers(), "2x-RTX_3090", REGION);
        assertTrue(offer.machine().memoryGb().isEmpty());
        assertTrue(offer.machine().vcpus().isEmpty());
    }

    @Test
    void less_than_a_core_is_not_known_to_be_one() {
        hosts.rents(host("cpu_cores", "0.5", "cpu_cores_effective", "0.5"));

        assertTrue(only().vcpus().isEmpty());
    }

    @Test
    void a_ti_stays_a_ti() {
        hosts.rents(host("gpu_name", "\"RTX 3090 Ti\""));

        assertEquals(
                "RTX3090Ti",
                Offers.find(offers(), "2x-RTX_3090_Ti-32-65536", REGION)
                        .machine()
                        .accelerators()
                        .orElseThrow()
                        .gpu()
                        .type());
    }

    @Test
    void gpus_of_one_name_with_another_memory_are_another_instance_type() {
        hosts.rents(host("gpu_name", "\"A100 SXM4\"", "gpu_ram", "40960"))
                .rents(host("gpu_name", "\"A100 SXM4\"", "gpu_ram", "81251"))
                .rents(host("gpu_name", "\"GPU of Tomorrow\"", "gpu_ram", "98304"));

        Map<String, String> types = offers().stream()
                .collect(Collectors.toMap(
                        offer -> offer.id().instanceType(),
                        offer -> offer.machine()
                                .accelerators()
                                .orElseThrow()
                                .gpu()
                                .type()));
        assertEquals(
                Map.of(
                        "2x-A100_SXM4-32-65536",
                        "A100-40GB",
                        "2x-A100_SXM4_80GB-32-65536",
                        "A100-80GB",
                        "2x-GPU_of_Tomorrow_96GB-32-65536",
                        "GPU of Tomorrow"),
                types);
    }

    @Test
    void regions_are_named_with_their_continent() {
        List.of(
                        "California, US",
                        ", US",
                        "Chile, CL",
                        "Kenya, KE",
                        "Australia, AU",
                        "Japan, JP",
                        "Elsewhere",
                        "",
                        "a, US, NA")
                .forEach(place -> hosts.rents(host("geolocation", "\"" + place + "\"")));
        hosts.rents(host("geolocation", "null"));

        assertEquals(
                List.of(
                        "California, US, NA",
                        ", US, NA",
                        "Chile, CL, SA",
                        "Kenya, KE, AF",
                        "Australia, AU, OC",
                        "Japan, JP, AS",
                        "Elsewhere",
                        "global",
                        "a, US, NA"),
                offers().stream().map(offer -> offer.id().region()).toList());
    }
}
