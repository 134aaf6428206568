package ai.artenic.optimizer.adapters.pricing.scaleway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockTest {
    private static final String STOCK = "api.scaleway.com/instance/v1/zones/%s/products/servers/availability";

    private final PublicCatalog catalog = new PublicCatalog();

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void with_a_key_what_every_zone_of_a_region_lacks_is_sold_out() {
        catalog.server.at(STOCK.formatted("fr-par-1"), """
                {"servers": {"POP2-4C-16G": {"availability": "shortage"}}}""");
        catalog.server.at(STOCK.formatted("fr-par-2"), """
                {"servers": {"POP2-4C-16G": {"availability": "scarce"}, "L4-2-24G": {"availability": "shortage"}}}""");

        List<Offer> offers = Offers.of(catalog.source("secret-key", "secret"));

        assertTrue(Offers.find(offers, "POP2-4C-16G", "fr-par").available());
        assertFalse(Offers.find(offers, "L4-2-24G", "fr-par").available());
        assertEquals(
                List.of("secret"), catalog.server.requests().getLast().headers().get("X-auth-token"));
        assertTrue(
                Offers.find(Offers.of(catalog.source()), "L4-2-24G", "fr-par").available(),
                "nobody says otherwise without a key");
    }

    @Test
    void the_stock_of_a_zone_is_read_to_its_last_page() {
        var first = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            first.add("\"T" + i + "\": {\"availability\": \"available\"}");
        }
        catalog.server.at(STOCK.formatted("fr-par-1"), "{\"servers\": {}}");
        String zone = STOCK.formatted("fr-par-2") + "?per_page=100&page=";
        catalog.server.at(zone + 1, "{\"servers\": {" + String.join(",", first) + "}}");
        catalog.server.at(zone + 2, "{\"servers\": {\"L4-2-24G\": {\"availability\": \"shortage\"}}}");

        assertFalse(Offers.find(Offers.of(catalog.source("secret-key", "secret")), "L4-2-24G", "fr-par")
                .available());
    }

    @Test
    void a_zone_whose_stock_cannot_be_read_keeps_its_prices_and_is_named() {
        catalog.server.at(STOCK.formatted("fr-par-1"), "{\"servers\": {}}");
        catalog.server.at(STOCK.formatted("fr-par-2"), "{\"servers\": []}");

        PriceSource source = catalog.source("secret-key", "secret");

        assertEquals(2, Offers.of(source).size());
        assertEquals(List.of("stock of fr-par-2: the answer has no map 'servers'"), Offers.rejected(source));
    }
}
