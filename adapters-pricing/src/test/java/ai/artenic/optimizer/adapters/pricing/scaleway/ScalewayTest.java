package ai.artenic.optimizer.adapters.pricing.scaleway;

import static ai.artenic.optimizer.adapters.pricing.Bundled.gpus;
import static ai.artenic.optimizer.adapters.pricing.Bundled.machine;
import static ai.artenic.optimizer.adapters.pricing.scaleway.PublicCatalog.GPU;
import static ai.artenic.optimizer.adapters.pricing.scaleway.PublicCatalog.page;
import static ai.artenic.optimizer.adapters.pricing.scaleway.PublicCatalog.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalewayTest implements PriceSourceContract {
    private final PublicCatalog catalog = new PublicCatalog();

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
        return catalog.server.at(PublicCatalog.ADDRESS, "{\"total_count\": 0}").source(new Scaleway());
    }

    @Test
    void units_and_billionths_make_the_price_and_bytes_the_memory() {
        catalog.products.set(0, product("POP2-4C-16G", "fr-par-1", 1, 147_000_000, ""));
        catalog.products.set(1, product("POP2-4C-16G", "fr-par-2", 1, 147_000_000, ""));

        Offer pop = Offers.find(Offers.of(catalog.source()), "POP2-4C-16G", "fr-par");

        assertEquals("1.147", pop.onDemand().amount().toPlainString());
        assertEquals("EUR", pop.provenance().currency());
        assertEquals(4, pop.machine().vcpus().orElseThrow());
        assertEquals(16, pop.machine().memoryGb().orElseThrow());
        assertTrue(pop.spot().isEmpty());
    }

    @Test
    void a_price_per_minute_is_one_of_sixty_to_the_hour() {
        Offer l4 = Offers.find(Offers.of(catalog.source()), "L4-2-24G", "fr-par");

        assertEquals("1.5", l4.onDemand().amount().toPlainString());
        Accelerators gpus = l4.machine().accelerators().orElseThrow();
        assertEquals("L4", gpus.gpu().type());
        assertEquals(2, gpus.count());
        assertEquals(24, gpus.memoryGbEach());
    }

    @Test
    void zones_that_ask_one_price_are_one_offer_of_their_region() {
        assertEquals(2, Offers.of(catalog.source()).size());
        assertEquals(
                Optional.empty(),
                Offers.find(Offers.of(catalog.source()), "POP2-4C-16G", "fr-par")
                        .id()
                        .zone());
    }

    @Test
    void zones_that_ask_different_prices_are_offers_of_their_own() {
        catalog.products.set(1, product("POP2-4C-16G", "fr-par-2", 0, 150_000_000, ""));

        List<String> zones = Offers.of(catalog.source()).stream()
                .filter(offer -> offer.id().instanceType().equals("POP2-4C-16G"))
                .map(offer ->
                        offer.id().zone().orElseThrow() + " " + offer.onDemand().amount())
                .toList();

        assertEquals(List.of("fr-par-1 0.147", "fr-par-2 0.15"), zones);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retired", "end_of_life", "end_of_sale"})
    void what_is_no_longer_sold_is_no_offer_whatever_its_price(String status) {
        catalog.products.add(product("VC1S", "fr-par-1", 0, 0, "").replace("general_availability", status));
        catalog.products.add(
                product("X64-15GB", "fr-par-1", 0, 47_500_000, "").replace("general_availability", status));

        assertEquals(2, Offers.of(catalog.source()).size());
        assertEquals(List.of(), Offers.rejected(catalog.source()));
    }

    @Test
    void what_costs_nothing_is_no_offer() {
        catalog.products.add(product("FREE", "fr-par-1", 0, 0, ""));

        assertEquals(2, Offers.of(catalog.source()).size());
    }

    @Test
    void machines_with_windows_are_another_product() {
        catalog.products.add(product("POP2-4C-16G-WIN", "fr-par-1", 0, 357_000_000, ""));

        assertEquals(2, Offers.of(catalog.source()).size());
    }

    @Test
    void an_instance_is_called_as_it_is_ordered() {
        catalog.products.add(product("VC1L", "fr-par-1", 0, 10_000_000, "")
                .replace("\"product\": \"VC1L\"", "\"product\": \"VC1-L\""));

        Offers.find(Offers.of(catalog.source()), "VC1L", "fr-par");
    }

    @Test
    void the_memory_of_a_gpu_is_known_from_the_snapshot() {
        catalog.products.add(product(
                "H100-1-80G",
                "fr-par-2",
                2,
                700_000_000,
                GPU.replace("L4", "H100").replace("2,", "1,")));
        catalog.server.knowing(Map.of("H100-1-80G", machine(24, 240, gpus("H100", 1))));

        Offer h100 = Offers.find(Offers.of(catalog.source()), "H100-1-80G", "fr-par");

        assertEquals(80, h100.machine().accelerators().orElseThrow().memoryGbEach());
        assertEquals(16, h100.machine().memoryGb().orElseThrow(), "the catalogue's own word counts");
    }

    @Test
    void a_product_that_cannot_be_understood_is_named_and_harms_no_other() {
        catalog.products.add(product("DAILY", "fr-par-1", 1, 0, "").replace("\"hour\"", "\"day\""));
        catalog.products.add(product("DOLLAR", "fr-par-1", 1, 0, "").replace("EUR", "USD"));
        catalog.products.add(product("NOWHERE", "", 1, 0, ""));
        catalog.products.add(product("ENDLESS", "fr-par-1", 77, 5, "").replace(": 77,", ": 1e100000000,"));

        assertEquals(2, Offers.of(catalog.source()).size());
        assertEquals(
                List.of(
                        "DAILY: is priced per 1 day",
                        "DOLLAR: is priced in USD",
                        "NOWHERE: has no name or no zone",
                        "ENDLESS: has a price that is no number"),
                Offers.rejected(catalog.source()));
    }

    @Test
    void all_pages_are_read_and_the_same_page_again_is_an_error() {
        catalog.server.at(
                PublicCatalog.ADDRESS + "?product_types=instance&page_size=100&page=1",
                page(catalog.products.subList(0, 2), 3));
        catalog.server.at(
                PublicCatalog.ADDRESS + "?product_types=instance&page_size=100&page=2",
                page(catalog.products.subList(2, 3), 3));
        assertEquals(2, Offers.of(catalog.server.source(new Scaleway())).size());

        catalog.server.at(
                PublicCatalog.ADDRESS + "?product_types=instance&page_size=100&page=2",
                page(catalog.products.subList(0, 1), 9));
        assertEquals(
                "the pages of products lead in a circle after 1 pages",
                Offers.error(catalog.server.source(new Scaleway())));
    }

    @Test
    void an_answer_without_products_is_an_error() {
        assertEquals("the answer has no list 'products'", Offers.error(brokenSource()));
    }
}
