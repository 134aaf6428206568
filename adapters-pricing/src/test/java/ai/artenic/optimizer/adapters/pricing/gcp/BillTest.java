package ai.artenic.optimizer.adapters.pricing.gcp;

import static ai.artenic.optimizer.adapters.pricing.Bundled.gpus;
import static ai.artenic.optimizer.adapters.pricing.Bundled.machine;
import static ai.artenic.optimizer.adapters.pricing.gcp.Skus.price;
import static ai.artenic.optimizer.adapters.pricing.gcp.Skus.sku;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BillTest {
    private final BillingCatalog catalog = new BillingCatalog();

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void spot_is_the_sum_of_the_spot_prices_of_all_parts() {
        BigDecimal onDemand = catalog.offer("a2-highgpu-1g").onDemand().amount();
        BigDecimal spot = catalog.offer("a2-highgpu-1g").spot().orElseThrow().amount();

        // 12 x 0.01 + 85 x 0.001 + 1.5 of 3.6 USD
        assertEquals(1.705 / 3.6, spot.doubleValue() / onDemand.doubleValue(), 1e-6);
    }

    @Test
    void a_machine_of_which_a_part_has_no_spot_price_has_none() {
        catalog.skus.removeLast();

        assertTrue(catalog.offer("a2-highgpu-1g").spot().isEmpty());
    }

    @Test
    void a4_is_priced_by_the_slice_that_includes_its_share_of_the_machine() {
        catalog.sells(Map.of("a4-highgpu-8g", machine(224, 3968, gpus("B200", 8))));
        catalog.skus.add(sku("A4 Nvidia B200 (1 gpu slice) running in Americas", "OnDemand", "h", "16", 0));
        catalog.skus.add(
                sku("Spot Preemptible A4 Nvidia B200 (1 gpu slice) running in Americas", "OnDemand", "h", "4", 0));
        catalog.skus.add(
                sku("DWS Calendar Mode A4 Nvidia B200 (1 gpu slice) running in Americas", "OnDemand", "h", "8", 0));

        assertEquals("128", catalog.onDemand("a4-highgpu-8g"));
        Offer offer = catalog.offer("a4-highgpu-8g");
        assertEquals(
                0.25,
                offer.spot().orElseThrow().amount().doubleValue()
                        / offer.onDemand().amount().doubleValue(),
                1e-6,
                "spot by its description, although its usage type says on demand");
    }

    @Test
    void a3_mega_has_cores_and_gpus_of_its_own_and_sixteen_local_disks() {
        catalog.sells(Map.of("a3-megagpu-8g", machine(200, 2000, gpus("H100", 8))));
        catalog.skus.add(sku("A3 Instance Core running in Americas", "OnDemand", "h", "9", 0));
        catalog.skus.add(sku("A3Plus Instance Core running in Americas", "OnDemand", "h", "0", 20_000_000));
        catalog.skus.add(sku("A3Plus Instance Ram running in Americas", "OnDemand", "GiBy.h", "0", 2_000_000));
        catalog.skus.add(sku("Nvidia H100 80GB GPU running in Americas", "OnDemand", "h", "9", 0));
        catalog.skus.add(sku("Nvidia H100 80GB Plus GPU running in Americas", "OnDemand", "h", "10", 0));
        catalog.skus.add(sku("SSD backed Local Storage", "OnDemand", "GiBy.mo", "0", 73_000_000));

        assertEquals("88.6", catalog.onDemand("a3-megagpu-8g")); // 4 + 4 + 80 + 6000 x 0.0001
    }

    @Test
    void local_disks_are_priced_by_the_gib_month_of_730_hours() {
        catalog.sells(Map.of(
                "a2-ultragpu-2g", machine(24, 340, gpus("A100-80GB", 2)),
                "c3-standard-22-lssd", machine(22, 88),
                "c3-standard-22", machine(22, 88)));
        catalog.skus.add(sku("Nvidia Tesla A100 80GB GPU running in Americas", "OnDemand", "h", "4", 0));
        catalog.skus.add(sku("C3 Instance Core running in Americas", "OnDemand", "h", "0", 50_000_000));
        catalog.skus.add(sku("C3 Instance Ram running in Americas", "OnDemand", "GiBy.h", "0", 5_000_000));
        catalog.skus.add(sku("SSD backed Local Storage in Iowa", "OnDemand", "GiBy.mo", "0", 73_000_000));

        assertEquals("10.155", catalog.onDemand("a2-ultragpu-2g")); // 0.72 + 1.36 + 8 + 750 x 0.0001
        assertEquals("1.54", catalog.onDemand("c3-standard-22"));
        assertEquals("1.69", catalog.onDemand("c3-standard-22-lssd")); // and 4 x 375 x 0.0001
    }

    @Test
    void c4_with_local_disks_is_not_sold_at_the_price_of_other_disks() {
        catalog.sells(Map.of("c4-standard-16-lssd", machine(16, 60)));
        catalog.skus.add(sku("C4 Instance Core running in Americas", "OnDemand", "h", "0", 50_000_000));
        catalog.skus.add(sku("C4 Instance Ram running in Americas", "OnDemand", "GiBy.h", "0", 5_000_000));
        catalog.skus.add(sku("SSD backed Local Storage", "OnDemand", "GiBy.mo", "0", 73_000_000));
        assertEquals(List.of(), Offers.of(catalog.source()));

        catalog.skus.add(sku("C4 Instance Local SSD running in Americas", "OnDemand", "GiBy.h", "0", 200_000));
        assertEquals("1.25", catalog.onDemand("c4-standard-16-lssd")); // 0.8 + 0.3 + 750 x 0.0002
    }

    @Test
    void a_share_of_a_gpu_costs_its_share() {
        catalog.sells(Map.of("g4-standard-6", machine(6, 22, gpus("RTXPRO6000", 0.125))));
        catalog.skus.add(sku("G4 Instance Core running in Americas", "OnDemand", "h", "0", 10_000_000));
        catalog.skus.add(sku("G4 Instance Ram running in Americas", "OnDemand", "GiBy.h", "0", 5_000_000));
        catalog.skus.add(sku("RTX 6000 96GB running in Americas", "OnDemand", "h", "2", 400_000_000));

        assertEquals("0.47", catalog.onDemand("g4-standard-6")); // 0.06 + 0.11 + 0.3
    }

    @Test
    void gpus_that_are_added_to_a_machine_are_added_to_its_price() {
        catalog.sells(Map.of("n1-standard-8+2xT4", machine(8, 30, gpus("T4", 2))));
        catalog.skus.add(sku("N1 Predefined Instance Core running in Americas", "OnDemand", "h", "0", 30_000_000));
        catalog.skus.add(sku("N1 Predefined Instance Ram running in Americas", "OnDemand", "GiBy.h", "0", 4_000_000));
        catalog.skus.add(sku("Nvidia Tesla T4 GPU running in Americas", "OnDemand", "h", "0", 350_000_000));

        assertEquals("1.06", catalog.onDemand("n1-standard-8+2xT4"));
    }

    @Test
    void newer_tpus_are_priced_by_the_chip() {
        catalog.sells(Map.of("tpu-v5p-8", machine(1, 1, gpus("TPU-v5p", 4))));
        catalog.skus.add(sku("TpuV5p running in Columbus", "OnDemand", "h", "4", 200_000_000));

        assertEquals("16.8", catalog.onDemand("tpu-v5p-8"));
    }

    @Test
    void a_machine_is_offered_only_where_all_its_parts_are_sold() {
        catalog.skus.add(sku(
                "A2 Instance Core running in Belgium", "OnDemand", "h", price("USD", "0", 30_000_000), "europe-west1"));

        assertEquals(1, Offers.of(catalog.source()).size());
        assertEquals(List.of(), Offers.rejected(catalog.source()));
    }

    @Test
    void a_type_with_a_part_that_nobody_prices_is_named() {
        catalog.sells(Map.of("a2-ultragpu-1g", machine(12, 170, gpus("A100-80GB", 1)), "odd", machine(1, 1)));

        List<String> rejected = Offers.rejected(catalog.source());

        assertEquals(
                List.of(
                        "a2-ultragpu-1g: some part of it has no price in any region",
                        "odd: some part of it has no price in any region"),
                rejected);
    }
}
