package ai.artenic.optimizer.adapters.pricing.coreweave;

import static ai.artenic.optimizer.adapters.pricing.Bundled.gpus;
import static ai.artenic.optimizer.adapters.pricing.Bundled.machine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Bundled;
import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoreWeaveTest implements PriceSourceContract {
    private static final String ADDRESS = "www.coreweave.com/pricing";

    private final ProviderServer server = new ProviderServer()
            .bundling(List.of(Bundled.offer("coreweave", "hgx-h100-8x", "us", machine(128, 2048, gpus("H100", 8)))));
    private final PageOfPrices page = new PageOfPrices();

    @AfterEach
    void close() {
        server.close();
    }

    private PriceSource scraping() {
        return server.at(ADDRESS, page.html()).source(new CoreWeave(), "scrape", "true");
    }

    @Override
    public PriceSource readableSource() {
        page.region("NORTH AMERICA")
                .gpus("NVIDIA HGX H100", "8", "80", "128", "2,048", "61.44", "$48.24", "$19.50", "$6.03")
                .region("EUROPE")
                .gpus("NVIDIA HGX H100", "8", "80", "128", "2,048", "61.44", "$47.24", "N/A")
                .region("EUROPE")
                .cpus("AMD Genoa (9454)", "General Purpose (High Storage)", "192", "1,536", "61.44", "$8.5", "$4.25");
        return scraping();
    }

    @Override
    public PriceSource brokenSource() {
        return server.at(ADDRESS, "<html><body>We have moved.</body></html>").source(new CoreWeave(), "scrape", "true");
    }

    private static String price(Offer offer) {
        return offer.provenance().nativePrice().toPlainString();
    }

    @Test
    void without_being_told_to_the_page_is_not_read_and_prices_are_those_of_the_snapshot_and_as_old() {
        for (PriceSource source :
                List.of(server.source(new CoreWeave()), server.source(new CoreWeave(), "scrape", "false"))) {
            Offer offer = Offers.of(source).getFirst();

            assertEquals(Bundled.DATED, offer.provenance().observedAt());
            assertEquals(Provenance.Source.SNAPSHOT, offer.provenance().source());
            assertEquals(Provenance.Source.SNAPSHOT, source.fetch().report().kind());
        }
        assertEquals(List.of(), server.requests());
    }

    @Test
    void a_snapshot_without_prices_of_coreweave_is_said() {
        server.bundling(List.of());

        assertEquals(
                "there is no price API, and the snapshot in use has no prices of CoreWeave",
                Offers.error(server.source(new CoreWeave())));
    }

    @Test
    void whether_to_read_the_page_is_true_or_false() {
        assertEquals(
                "pricing.coreweave.scrape is neither true nor false",
                Offers.error(server.source(new CoreWeave(), "scrape", "perhaps")));
    }

    @Test
    void a_price_is_that_of_the_node_and_not_of_a_gpu() {
        Offer node = Offers.find(Offers.of(readableSource()), "hgx-h100-8x", "us");

        assertEquals("48.24", price(node));
        assertEquals("USD", node.provenance().currency());
        assertEquals(Provenance.Source.LIVE, node.provenance().source());
        Accelerators has = node.machine().accelerators().orElseThrow();
        assertEquals("H100", has.gpu().type());
        assertEquals(8, has.count());
        assertEquals(80, has.memoryGbEach());
    }

    @Test
    void numbers_may_have_commas() {
        Offer node = Offers.find(Offers.of(readableSource()), "hgx-h100-8x", "us");

        assertEquals(2048, node.machine().memoryGb().orElseThrow());
        assertEquals(128, node.machine().vcpus().orElseThrow());
    }

    @Test
    void the_spot_price_is_beside_it_and_may_be_missing() {
        List<Offer> offers = Offers.of(readableSource());
        Offer america = Offers.find(offers, "hgx-h100-8x", "us");

        assertEquals(
                19.5 / 48.24,
                america.spot().orElseThrow().value() / america.onDemand().value(),
                1e-6);
        assertEquals(Optional.empty(), Offers.find(offers, "hgx-h100-8x", "eu").spot());
    }

    @Test
    void nodes_without_gpus_are_named_by_processor_and_kind() {
        Offer node = Offers.find(Offers.of(readableSource()), "cpu-amd-genoa-9454-general-purpose-high-storage", "eu");

        assertEquals("8.5", price(node));
        assertEquals(192, node.machine().vcpus().orElseThrow());
        assertEquals(1536, node.machine().memoryGb().orElseThrow());
        assertTrue(node.machine().accelerators().isEmpty());
    }

    @Test
    void a_page_that_looks_otherwise_is_an_error_and_not_an_empty_list() {
        assertEquals("the page has no table of prices by region any more", Offers.error(brokenSource()));
    }
}
