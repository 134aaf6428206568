package ai.artenic.optimizer.adapters.pricing.vastai;

import static ai.artenic.optimizer.adapters.pricing.vastai.Hosts.host;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VastAiTest implements PriceSourceContract {
    private static final String TYPE = "2x-RTX_3090-32-65536";
    private static final String REGION = "Romania, RO, EU";

    private final Hosts hosts = new Hosts();

    @AfterEach
    void close() {
        hosts.close();
    }

    @Override
    public PriceSource readableSource() {
        return hosts.rents(host()).auctions(host("min_bid", "0.2")).source();
    }

    @Override
    public PriceSource brokenSource() {
        hosts.server.at(Hosts.ADDRESS, "{\"error\": \"none\"}");
        return hosts.source();
    }

    private List<Offer> offers(String... settings) {
        return Offers.of(hosts.source(settings));
    }

    private Offer only() {
        assertEquals(1, offers().size());
        return offers().getFirst();
    }

    private static String price(Offer offer) {
        return offer.provenance().nativePrice().stripTrailingZeros().toPlainString();
    }

    private static double spotUsd(Offer offer) {
        return offer.spot().orElseThrow().value()
                * offer.provenance().nativePrice().doubleValue()
                / offer.onDemand().value();
    }

    @Test
    void the_price_is_that_of_the_machine_and_of_its_disk_by_the_hour() {
        hosts.rents(host("dph_base", "0.36", "storage_cost", "0.144"));

        assertEquals("0.362", price(Offers.find(offers(), TYPE, REGION)), "10 GB for 1/720 month");
        assertEquals("0.46", price(Offers.find(offers("disk-gb", "500"), TYPE, REGION)));
        assertEquals("0.36", price(Offers.find(offers("disk-gb", "0"), TYPE, REGION)));
        assertEquals("USD", only().provenance().currency());
    }

    @Test
    void the_total_that_assumes_another_disk_is_not_used() {
        hosts.rents(host("dph_total", "12.5"));

        assertEquals("0.362", price(only()));
    }

    @Test
    void hosts_of_one_kind_are_one_offer_at_the_lowest_price() {
        hosts.rents(host("id", "1", "dph_base", "0.50"))
                .rents(host("id", "2", "dph_base", "0.40", "cpu_cores_effective", "63", "cpu_ram", "130000"))
                .rents(host("id", "3", "dph_base", "0.60"))
                .rents(host("id", "4", "dph_base", "0.30", "geolocation", "\"Norway, NO\""));

        assertEquals("0.402", price(Offers.find(offers(), TYPE, REGION)));
        assertEquals("0.302", price(Offers.find(offers(), TYPE, "Norway, NO, EU")));
        assertEquals(2, offers().size());
    }

    @Test
    void a_bid_beside_an_on_demand_price_is_a_floor_and_no_spot_price() {
        hosts.rents(host("min_bid", "0.05"));

        assertEquals(Optional.empty(), only().spot());
    }

    @Test
    void the_spot_price_is_the_lowest_that_the_search_for_bids_finds_with_the_disk() {
        hosts.rents(host()).auctions(host("min_bid", "0.25")).auctions(host("min_bid", "0.2", "dph_base", "9"));

        assertEquals(0.202, spotUsd(only()), 1e-6);
        assertEquals("0.362", price(only()));
    }

    @Test
    void a_bid_floor_that_is_not_below_on_demand_is_no_spot_price() {
        hosts.rents(host()).auctions(host("min_bid", "0.36"));
        hosts.rents(host("num_gpus", "4")).auctions(host("num_gpus", "4", "min_bid", "0.5"));

        assertTrue(offers().stream().allMatch(offer -> offer.spot().isEmpty()));
        assertEquals(2, offers().size());
    }

    @Test
    void a_spot_price_of_0_is_none() {
        hosts.rents(host()).auctions(host("min_bid", "0.00"));

        assertEquals(Optional.empty(), only().spot());
    }

    @Test
    void what_cannot_be_had_is_no_offer_whatever_the_server_thinks_of_the_search() {
        hosts.rents(host("rentable", "false"))
                .rents(host("verification", "\"unverified\""))
                .rents(host("disk_space", "9"))
                .rents(host("dph_base", "null"));

        assertEquals(List.of(), offers());
        assertEquals(List.of(), Offers.rejected(hosts.source()));
    }

    @Test
    void offers_that_make_no_sense_are_named_and_the_others_stay() {
        hosts.rents(host("id", "1", "num_gpus", "0"))
                .rents(host("id", "2", "gpu_name", "null"))
                .rents(host("id", "3", "dph_base", "0"))
                .rents(host("id", "4", "storage_cost", "null"))
                .rents("7")
                .rents(host());

        assertEquals(1, offers().size());
        assertEquals(
                List.of(
                        "offer 1: does not say which GPUs it has, or how many",
                        "offer 2: does not say which GPUs it has, or how many",
                        "offer 3: has a price or a storage cost that is none",
                        "offer 4: has a price or a storage cost that is none"),
                Offers.rejected(hosts.source()));
    }
}
