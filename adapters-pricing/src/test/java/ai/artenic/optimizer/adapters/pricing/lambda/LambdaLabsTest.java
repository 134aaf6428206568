package ai.artenic.optimizer.adapters.pricing.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaLabsTest implements PriceSourceContract {
    private static final String ADDRESS = "cloud.lambda.ai/api/v1/instance-types";

    private final ProviderServer server = new ProviderServer().at(ADDRESS, """
            {"data": {
              "gpu_8x_h100_sxm5": {
                "instance_type": {"name": "gpu_8x_h100_sxm5", "description": "8x H100 (80 GB SXM5)",
                  "gpu_description": "H100 (80 GB SXM5)", "price_cents_per_hour": 3192,
                  "specs": {"vcpus": 208, "memory_gib": 1800, "storage_gib": 22528, "gpus": 8}},
                "regions_with_capacity_available": [
                  {"name": "us-south-1", "description": "Texas, USA"}, {"name": "us-east-1", "description": "Virginia, USA"}]},
              "gpu_1x_a10": {
                "instance_type": {"name": "gpu_1x_a10", "description": "1x A10 (24 GB PCIe)",
                  "gpu_description": "A10 (24 GB PCIe)", "price_cents_per_hour": 75,
                  "specs": {"vcpus": 30, "memory_gib": 200, "storage_gib": 1400, "gpus": 1}},
                "regions_with_capacity_available": []},
              "cpu_4x_general": {
                "instance_type": {"name": "cpu_4x_general", "description": "4x CPU", "gpu_description": "N/A",
                  "price_cents_per_hour": 8, "specs": {"vcpus": 4, "memory_gib": 16, "storage_gib": 512, "gpus": 0}},
                "regions_with_capacity_available": [{"name": "us-east-1", "description": "Virginia, USA"}]}}}""");

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public PriceSource readableSource() {
        return server.source(new LambdaLabs(), "api-key", "secret");
    }

    @Override
    public PriceSource brokenSource() {
        return server.at(ADDRESS, "{\"data\": {").source(new LambdaLabs(), "api-key", "secret");
    }

    private List<Offer> offers() {
        return Offers.of(readableSource());
    }

    @Test
    void cents_become_dollars_for_the_whole_node_in_every_region_with_capacity() {
        Offer texas = Offers.find(offers(), "gpu_8x_h100_sxm5", "us-south-1");

        assertEquals("31.92", texas.provenance().nativePrice().toPlainString());
        assertEquals("USD", texas.provenance().currency());
        assertEquals(208, texas.machine().vcpus().orElseThrow());
        Accelerators gpus = texas.machine().accelerators().orElseThrow();
        assertEquals("H100", gpus.gpu().type());
        assertEquals(8, gpus.count());
        assertEquals(80, gpus.memoryGbEach());
        assertTrue(texas.available());
        assertTrue(texas.spot().isEmpty());
        assertEquals(4, offers().size());
    }

    @Test
    void a_type_without_capacity_anywhere_is_sold_out_and_still_listed() {
        Offer a10 = Offers.find(offers(), "gpu_1x_a10", "global");

        assertFalse(a10.available());
        assertEquals("0.75", a10.provenance().nativePrice().toPlainString());
    }

    @Test
    void a_machine_of_no_gpus_has_none() {
        assertTrue(Offers.find(offers(), "cpu_4x_general", "us-east-1")
                .machine()
                .accelerators()
                .isEmpty());
    }

    @Test
    void the_key_is_sent_as_a_bearer_token_and_asked_for_by_name() {
        offers();
        assertEquals(
                List.of("Bearer secret"), server.requests().getFirst().headers().get("Authorization"));

        String error = Offers.error(server.source(new LambdaLabs()));
        assertEquals("pricing.lambda_labs.api-key is not set", error);
    }

    @Test
    void an_answer_without_the_list_is_not_an_empty_one() {
        for (String body : List.of("{}", "{\"data\": null}", "{\"data\": []}", "")) {
            String error = Offers.error(server.at(ADDRESS, body).source(new LambdaLabs(), "api-key", "secret"));
            assertTrue(
                    error.startsWith("cloud.lambda.ai/api/v1/instance-types did not answer the expected JSON: "),
                    error);
        }
    }
}
