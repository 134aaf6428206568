package ai.artenic.optimizer.adapters.pricing.runpod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunPodTest implements PriceSourceContract {
    private final Gpus gpus = new Gpus();

    @AfterEach
    void close() {
        gpus.close();
    }

    private static String lowest(String bid, String price, String stock) {
        return """
                {"minimumBidPrice": %s, "uninterruptablePrice": %s, "minVcpu": 160, "minMemory": 1500,
                 "stockStatus": %s}""".formatted(bid, price, stock);
    }

    private Gpus h100() {
        return gpus.sells("NVIDIA H100 80GB HBM3", "H100 SXM", 80, "2.71", "2.41");
    }

    @Override
    public PriceSource readableSource() {
        return h100().in("US", "SECURE", 8, lowest("1.5", "2.71", "\"Low\""))
                .in("CA", "COMMUNITY", 8, lowest("2.41", "2.41", "\"High\""))
                .source();
    }

    @Override
    public PriceSource brokenSource() {
        gpus.server.at(Gpus.ADDRESS, "{\"data\": {\"gpuTypes\": null}}");
        return gpus.source();
    }

    private Offer find(String type, String region) {
        return Offers.find(Offers.of(gpus.source()), type, region);
    }

    private static String price(Offer offer) {
        return offer.provenance().nativePrice().toPlainString();
    }

    private static Optional<Double> share(Offer offer) {
        return offer.spot().map(spot -> spot.value() / offer.onDemand().value());
    }

    @Test
    void prices_per_gpu_become_prices_of_the_whole_pod() {
        Offer pod = Offers.find(Offers.of(readableSource()), "8x_H100-SXM_SECURE", "US");

        assertEquals("21.68", price(pod));
        assertEquals("USD", pod.provenance().currency());
        assertEquals(160, pod.machine().vcpus().orElseThrow());
        assertEquals(1500, pod.machine().memoryGb().orElseThrow());
        Accelerators has = pod.machine().accelerators().orElseThrow();
        assertEquals("H100", has.gpu().type());
        assertEquals(8, has.count());
        assertEquals(80, has.memoryGbEach());
        assertTrue(pod.available());
    }

    @Test
    void a_least_bid_is_per_gpu_too() {
        Offer pod = Offers.find(Offers.of(readableSource()), "8x_H100-SXM_SECURE", "US");

        assertEquals(1.5 / 2.71, share(pod).orElseThrow(), 1e-6);
    }

    @Test
    void a_least_bid_that_is_not_below_the_price_without_interruption_is_no_spot_price() {
        h100().in("CA", "SECURE", 1, lowest("2.71", "2.71", "\"Low\""))
                .in("US", "SECURE", 1, lowest("2.90", "2.71", "\"Low\""))
                .in("NL", "SECURE", 1, lowest("null", "2.71", "\"Low\""))
                .in("SE", "SECURE", 1, lowest("1.00", "null", "\"Low\""))
                .in("CZ", "SECURE", 1, lowest("0", "2.71", "\"Low\""));

        for (String country : List.of("CA", "US", "NL", "SE", "CZ")) {
            assertEquals(Optional.empty(), find("1x_H100-SXM_SECURE", country).spot(), country);
        }
    }

    @Test
    void the_secure_cloud_costs_its_own_price_even_if_the_lowest_found_is_the_communitys() {
        h100().in("US", "SECURE", 1, lowest("2.50", "2.41", "\"Low\""))
                .in("US", "COMMUNITY", 1, lowest("2.20", "2.41", "\"Low\""));

        assertEquals("2.71", price(find("1x_H100-SXM_SECURE", "US")));
        assertEquals(Optional.empty(), find("1x_H100-SXM_SECURE", "US").spot());
        assertEquals("2.41", price(find("1x_H100-SXM_COMMUNITY", "US")));
    }

    @Test
    void the_community_price_is_no_spot_price_of_the_secure_cloud() {
        h100().in("US", "SECURE", 1, lowest("null", "2.71", "\"Low\""));

        assertEquals(Optional.empty(), find("1x_H100-SXM_SECURE", "US").spot());
    }

    @Test
    void a_tier_without_a_price_of_its_own_costs_the_lowest_found_and_nothing_costs_0() {
        gpus.sells("NVIDIA H100 80GB HBM3", "H100 SXM", 80, "null", "0")
                .in("US", "SECURE", 1, lowest("null", "2.75", "\"Low\""))
                .in("US", "COMMUNITY", 1, lowest("null", "0", "\"Low\""));

        List<Offer> offers = Offers.of(gpus.source());

        assertEquals("2.75", price(Offers.find(offers, "1x_H100-SXM_SECURE", "US")));
        assertEquals(1, offers.size());
    }

    @Test
    void a_price_without_stock_is_listed_and_not_available() {
        h100().in("US", "SECURE", 1, lowest("null", "2.71", "null"))
                .in("CA", "SECURE", 1, lowest("null", "2.71", "\"None\""));

        assertFalse(find("1x_H100-SXM_SECURE", "US").available());
        assertFalse(find("1x_H100-SXM_SECURE", "CA").available());
    }

    @Test
    void what_no_country_has_is_sold_out_and_listed_once() {
        h100().in("US", "SECURE", 4, lowest("null", "2.71", "\"Low\""));

        List<Offer> offers = Offers.of(gpus.source());

        assertTrue(Offers.find(offers, "4x_H100-SXM_SECURE", "US").available());
        assertFalse(Offers.find(offers, "8x_H100-SXM_SECURE", "global").available());
        assertEquals("21.68", price(Offers.find(offers, "8x_H100-SXM_SECURE", "global")));
        assertEquals(8, offers.size(), "1, 2, 4 and 8 GPUs in two tiers");
    }

    @Test
    void a_key_is_sent_as_a_bearer_token_and_none_is_needed() {
        h100();
        Offers.of(gpus.source("countries", "US"));
        Offers.of(gpus.source("countries", "US", "api-key", "secret"));

        var requests = gpus.server.requests();
        assertFalse(requests.getFirst().headers().containsKey("Authorization"));
        assertEquals(List.of("Bearer secret"), requests.getLast().headers().get("Authorization"));
        assertTrue(requests.stream().noneMatch(request -> request.address().contains("secret")));
    }

    @Test
    void a_refused_query_is_an_error_although_it_is_answered_with_200() {
        gpus.server.at(Gpus.ADDRESS, "{\"errors\": [{\"message\": \"not\\nauthorised\"}], \"data\": null}");

        assertEquals("no region can be read: the query is refused: not authorised", Offers.error(gpus.source()));
        assertEquals("no region can be read: the answer has no list 'gpuTypes'", Offers.error(brokenSource()));
    }

    @Test
    void a_country_that_cannot_be_read_is_named_and_nothing_is_called_sold_out() {
        gpus.server.at(Gpus.ADDRESS, request -> {
            var asked = Json.tree(request.body()).path("variables").path("asked");
            return Reply.ok(
                    asked.path("countryCode").asString("").equals("US")
                            ? "{\"data\": {\"gpuTypes\": []}}"
                            : "{\"data\": {}}");
        });

        PriceSource source = gpus.source("countries", "US,CA");

        assertEquals(List.of(), Offers.of(source));
        assertEquals(List.of("CA: the answer has no list 'gpuTypes'"), Offers.rejected(source));
    }
}
