package ai.artenic.optimizer.adapters.pricing.gcp;

import static ai.artenic.optimizer.adapters.pricing.Bundled.gpus;
import static ai.artenic.optimizer.adapters.pricing.Bundled.machine;
import static ai.artenic.optimizer.adapters.pricing.gcp.Skus.page;
import static ai.artenic.optimizer.adapters.pricing.gcp.Skus.price;
import static ai.artenic.optimizer.adapters.pricing.gcp.Skus.sku;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcpTest implements PriceSourceContract {
    private static final String FIRST_PAGE = BillingCatalog.ADDRESS + "?pageSize=5000&currencyCode=USD";

    private final BillingCatalog catalog = new BillingCatalog();

    @AfterEach
    void close() {
        catalog.close();
    }

    @Override
    public PriceSource readableSource() {
        return catalog.source();
    }

    @Override
    public PriceSource brokenSource() {
        return catalog.server
                .at(BillingCatalog.ADDRESS, "{\"error\": {\"code\": 400}}")
                .source(new Gcp(), "api-key", "secret");
    }

    @Test
    void cores_memory_and_gpus_add_up_to_the_price_of_the_machine() {
        assertEquals("3.6", catalog.onDemand("a2-highgpu-1g")); // 12 x 0.03 + 85 x 0.004 + 2.9
        assertEquals(
                "A100-40GB",
                catalog.offer("a2-highgpu-1g")
                        .machine()
                        .accelerators()
                        .orElseThrow()
                        .gpu()
                        .type());
    }

    @Test
    void units_are_text_and_nanos_are_billionths() {
        catalog.skus.set(2, sku("Nvidia Tesla A100 GPU running in Americas", "OnDemand", "h", "2", 933_908_001));

        assertEquals("3.633908001", catalog.onDemand("a2-highgpu-1g"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DWS Calendar Mode Nvidia Tesla A100 GPU running in Americas",
                "Nvidia Tesla A100 GPU attached to DWS Defined Duration VMs running in Americas",
                "Reserved Nvidia Tesla A100 GPU in Americas",
                "A2 Sole Tenancy Instance Core running in Americas",
                "A2 Custom Instance Core running in Americas",
                "Memory Optimized Upgrade Premium for A2 Instance Core running in Americas",
                "A2 Instance Ram suspended in Americas",
                "Commitment v1: Nvidia Tesla A100 GPU running in Americas for 1 Year",
                "A2 Custom Extended Instance Ram running in Americas"
            })
    void prices_on_other_terms_are_dropped_although_their_usage_type_says_on_demand(String description) {
        catalog.skus.add(sku(description, "OnDemand", description.contains("Ram") ? "GiBy.h" : "h", "9", 0));

        assertEquals("3.6", catalog.onDemand("a2-highgpu-1g"));
    }

    @Test
    void commitments_are_dropped_by_usage_type() {
        catalog.skus.add(sku("Nvidia Tesla A100 GPU running in Americas", "Commit1Yr", "h", "9", 0));

        assertEquals("3.6", catalog.onDemand("a2-highgpu-1g"));
    }

    @Test
    void a_price_in_another_currency_or_unit_is_named_and_harms_no_other() {
        catalog.sells(Map.of("a2-highgpu-1g", machine(12, 85, gpus("A100-40GB", 1)), "e2-standard-8", machine(8, 32)));
        catalog.skus.add(
                sku("E2 Instance Core running in Americas", "OnDemand", "h", price("IDR", "327", 0), "us-central1"));
        catalog.skus.add(sku("E2 Instance Ram running in Americas", "OnDemand", "GiBy.mo", "1", 0));
        catalog.skus.add(
                "{\"description\": \"N2 Instance Core running in Americas\", \"category\": {\"usageType\": \"OnDemand\"}}");

        catalog.skus.add(sku("N1 Predefined Instance Core running in Americas", "OnDemand", "h", "0,0", 31611));

        assertEquals("3.6", catalog.onDemand("a2-highgpu-1g"));
        List<String> rejected = Offers.rejected(catalog.source());
        assertTrue(
                rejected.contains("N1 Predefined Instance Core running in Americas: has a price that is no number"),
                rejected.toString());
        assertTrue(rejected.contains("E2 Instance Core running in Americas: is priced in IDR"), rejected.toString());
        assertTrue(
                rejected.contains("E2 Instance Ram running in Americas: is priced as RAM per GiBy.mo"),
                rejected.toString());
        assertTrue(rejected.contains("N2 Instance Core running in Americas: has no price"), rejected.toString());
    }

    @Test
    void a_part_that_costs_nothing_has_no_price() {
        catalog.skus.set(2, sku("Nvidia Tesla A100 GPU running in Americas", "OnDemand", "h", "0", 0));

        assertEquals(List.of(), Offers.of(catalog.source()));
    }

    @Test
    void of_two_prices_of_one_part_the_higher_counts_and_the_pair_is_named() {
        catalog.skus.add(sku("Nvidia Tesla A100 GPU running in Iowa", "OnDemand", "h", "1", 0));

        assertEquals("3.6", catalog.onDemand("a2-highgpu-1g"));
        assertEquals(
                List.of("Nvidia Tesla A100 GPU running in Iowa: has two prices in one region, the higher counts"),
                Offers.rejected(catalog.source()));
    }

    @Test
    void the_catalogue_is_read_to_its_last_page() {
        catalog.server.at(FIRST_PAGE, page(catalog.skus.subList(0, 2), "a/b="));
        catalog.server.at(FIRST_PAGE + "&pageToken=a%2Fb%3D", page(catalog.skus.subList(2, 6), ""));

        assertEquals(
                1,
                Offers.of(catalog.server.source(new Gcp(), "api-key", "secret")).size());
    }

    @Test
    void pages_that_lead_in_a_circle_are_an_error() {
        catalog.server.at(FIRST_PAGE, page(catalog.skus, "again"));
        catalog.server.at(FIRST_PAGE + "&pageToken=again", page(catalog.skus, "again"));

        assertEquals(
                "the pages of SKUs lead in a circle after 2 pages",
                Offers.error(catalog.server.source(new Gcp(), "api-key", "secret")));
    }

    @Test
    void an_answer_without_a_list_of_skus_is_an_error() {
        assertEquals("the answer has no list 'skus'", Offers.error(brokenSource()));
    }

    @Test
    void the_key_is_sent_in_a_header_and_asked_for_by_name() {
        Offers.of(catalog.source());

        var request = catalog.server.requests().getFirst();
        assertFalse(request.address().contains("secret"), request.address());
        assertEquals(List.of("secret"), request.headers().get("X-goog-api-key"));
        assertEquals("pricing.gcp.api-key is not set", Offers.error(catalog.server.source(new Gcp())));
    }
}
