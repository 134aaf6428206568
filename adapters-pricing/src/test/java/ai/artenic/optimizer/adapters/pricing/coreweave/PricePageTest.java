package ai.artenic.optimizer.adapters.pricing.coreweave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PricePageTest {
    private static final String ADDRESS = "www.coreweave.com/pricing";

    private final ProviderServer server = new ProviderServer();
    private final PageOfPrices page = new PageOfPrices();

    @AfterEach
    void close() {
        server.close();
    }

    private PriceSource scraping() {
        return server.at(ADDRESS, page.html()).source(new CoreWeave(), "scrape", "true");
    }

    private Offer only() {
        List<Offer> offers = Offers.of(scraping());
        assertEquals(1, offers.size());
        return offers.getFirst();
    }

    private static String price(Offer offer) {
        return offer.provenance().nativePrice().toPlainString();
    }

    @Test
    void forty_one_gpus_are_four_and_the_mark_of_a_footnote_however_it_is_written() {
        for (String four : List.of("41", "4<sup>1</sup>", "4^1", "4")) {
            var one = new PageOfPrices()
                    .region("NORTH AMERICA")
                    .gpus("NVIDIA GB200 NVL72", four, "186", "144", "960", "30.72", "$41.00", "");
            Offer node = Offers.of(server.at(ADDRESS, one.html()).source(new CoreWeave(), "scrape", "true"))
                    .getFirst();

            assertEquals("gb200-nvl72-4x", node.id().instanceType(), four);
            assertEquals(4, node.machine().accelerators().orElseThrow().count(), four);
        }
    }

    @Test
    void a_price_to_be_asked_for_is_no_offer_even_with_a_spot_price() {
        page.region("NORTH AMERICA")
                .gpus("NVIDIA HGX B300", "8", "270", "192", "4,096", "61.44", "Contact sales", "$35.50")
                .gpus("NVIDIA GB300 NVL72", "41", "279", "144", "960", "61.44", "", "")
                .gpus("NVIDIA GH200", "1", "96", "72", "480", "7.68", "$6.40", "");

        assertEquals("gh200-1x", only().id().instanceType());
        assertEquals(List.of(), Offers.rejected(scraping()));
    }

    @Test
    void lines_that_explain_or_fill_are_no_rows() {
        page.gpus("NVIDIA HGX H200", "8", "141", "128", "2,048", "61.44", "$50.00", "")
                .region("EUROPE")
                .raw("<p>Prices exclude taxes; $30,072 is an example.</p>")
                .cpus("AMD Turin (9655P)", "SIMILAR TO", "TECH SPECS", "GPU Memory", "This is some text.")
                .gpus("NVIDIA L40", "8", "48", "128", "1,024", "7.68", "$10.10", "");

        assertEquals("l40-8x", only().id().instanceType());
        assertEquals("eu", only().id().region());
    }

    @Test
    void an_empty_cell_keeps_its_place() {
        page.region("EUROPE").gpus("NVIDIA L40", "8", "48", "128", "1,024", "", "$10.10", "$6.10");

        assertEquals("10.10", price(only()));
    }

    @Test
    void a_labelled_price_stands_before_one_in_a_cell() {
        page.region("EUROPE")
                .gpus(
                        "NVIDIA L40",
                        "8",
                        "48",
                        "128",
                        "1,024",
                        "7.68",
                        "$1.25 each"
                                + "<span class=\"instance-price\">On-Demand Price: <span>$10.10</span> / Hour</span>"
                                + "<span class=\"spot-price\">Spot Price: <span>$6.10</span> / Hour</span>",
                        "$0.76 each");

        assertEquals("10.10", price(only()));
        assertEquals(
                6.1 / 10.1,
                only().spot().orElseThrow().value() / only().onDemand().value(),
                1e-6);
    }

    @Test
    void rows_that_make_no_sense_are_named_and_the_others_stay() {
        page.region("EUROPE")
                .gpus("NVIDIA L40", "eight", "48", "128", "1,024", "7.68", "$10.10", "")
                .cpus("Intel Ice Lake (6342)", "SIMILAR TO", "TECH SPECS", "GPU Memory", "Text", "$30,072", "")
                .gpus("NVIDIA L40S", "8", "48", "128", "1,024", "7.68", "$18.10", "");

        assertEquals("l40s-8x", only().id().instanceType());
        assertEquals(
                List.of(
                        "NVIDIA L40/eu: does not say its number of GPUs",
                        "Intel Ice Lake (6342)/eu: does not say its number of vCPUs"),
                Offers.rejected(scraping()));
    }

    @Test
    void a_new_region_is_named_as_on_the_page() {
        page.region("<b>Asia  Pacific</b>").gpus("NVIDIA L40", "8", "48", "128", "1,024", "7.68", "$10.10", "");

        assertEquals("asia pacific", only().id().region());
    }
}
