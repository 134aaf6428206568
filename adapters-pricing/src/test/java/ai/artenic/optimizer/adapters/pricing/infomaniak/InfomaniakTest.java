package ai.artenic.optimizer.adapters.pricing.infomaniak;

import static ai.artenic.optimizer.adapters.pricing.Bundled.machine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Bundled;
import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InfomaniakTest implements PriceSourceContract {
    private static final String FLAVORS = "compute/v2.1/flavors/detail";

    private final ProviderServer server = new ProviderServer()
            .bundling(List.of(
                    Bundled.offer("infomaniak", "a4-ram8-disk50-perf1", "ch-gva", machine(4, 8)),
                    Bundled.offer("infomaniak", "a8-ram16-disk50-perf1", "ch-gva", machine(8, 16))));

    private static String flavor(String name) {
        return "{\"id\": \"id of %s\", \"name\": \"%s\", \"vcpus\": 4, \"ram\": 8192}".formatted(name, name);
    }

    private static String page(String... flavors) {
        return "{\"flavors\": [" + String.join(",", flavors) + "]}";
    }

    @AfterEach
    void close() {
        server.close();
    }

    private PriceSource withEndpoint() {
        return server.source(new Infomaniak(), "endpoint", server.address() + "/compute/v2.1/", "token", "secret");
    }

    @Override
    public PriceSource readableSource() {
        return server.source(new Infomaniak());
    }

    @Override
    public PriceSource brokenSource() {
        return server.at(FLAVORS, "{\"error\": {}}")
                .source(new Infomaniak(), "endpoint", server.address() + "/compute/v2.1", "token", "secret");
    }

    @Test
    void without_an_api_its_prices_are_those_of_the_snapshot_and_as_old() {
        List<Offer> offers = Offers.of(readableSource());

        assertEquals(2, offers.size());
        for (Offer offer : offers) {
            assertEquals(Bundled.DATED, offer.provenance().observedAt());
            assertEquals(Provenance.Source.SNAPSHOT, offer.provenance().source());
            assertTrue(offer.available());
        }
        assertEquals(
                Provenance.Source.SNAPSHOT, readableSource().fetch().report().kind());
        assertEquals(List.of(), server.requests());
    }

    @Test
    void with_an_endpoint_what_the_project_cannot_start_is_not_available() {
        server.at(FLAVORS, page()).at(FLAVORS + "?limit=500", page(flavor("a4-ram8-disk50-perf1")));

        List<Offer> offers = Offers.of(withEndpoint());

        assertTrue(Offers.find(offers, "a4-ram8-disk50-perf1", "ch-gva").available());
        assertFalse(Offers.find(offers, "a8-ram16-disk50-perf1", "ch-gva").available());
        assertEquals(Bundled.DATED, offers.getFirst().provenance().observedAt(), "a flavor makes no price fresh");
        assertEquals(List.of("secret"), server.requests().getFirst().headers().get("X-auth-token"));
    }

    @Test
    void a_flavor_without_a_known_price_is_named_and_not_guessed() {
        server.at(FLAVORS, page()).at(FLAVORS + "?limit=500", page(flavor("nvl4-a8-ram16-disk50-perf2")));

        assertEquals(2, Offers.of(withEndpoint()).size());
        assertEquals(List.of("nvl4-a8-ram16-disk50-perf2: its price is not known"), Offers.rejected(withEndpoint()));
    }

    @Test
    void flavors_are_read_to_the_last_page_and_a_circle_is_an_error() {
        server.at(FLAVORS + "?limit=500", page(flavor("a"), flavor("b")));
        server.at(FLAVORS + "?limit=500&marker=id+of+b", page(flavor("c")));
        server.at(FLAVORS + "?limit=500&marker=id+of+c", page());
        assertEquals(3, Offers.rejected(withEndpoint()).size());

        server.at(FLAVORS + "?limit=500&marker=id+of+c", page(flavor("c")));
        assertEquals("the pages of flavors lead in a circle after 3 pages", Offers.error(withEndpoint()));
    }

    @Test
    void an_endpoint_needs_a_token_and_answers_with_flavors() {
        assertEquals(
                "pricing.infomaniak.token is not set",
                Offers.error(server.source(new Infomaniak(), "endpoint", server.address())));
        assertEquals("the answer has no list 'flavors'", Offers.error(brokenSource()));
    }

    @Test
    void a_snapshot_without_prices_of_infomaniak_is_said() {
        server.bundling(List.of());

        assertEquals(
                "there is no price API, and the snapshot in use has no prices of Infomaniak",
                Offers.error(readableSource()));
    }
}
