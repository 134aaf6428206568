package ai.artenic.optimizer.adapters.pricing.ovh;

import static ai.artenic.optimizer.adapters.pricing.Bundled.gpus;
import static ai.artenic.optimizer.adapters.pricing.Bundled.machine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OvhTest implements PriceSourceContract {
    private static final String CATALOG = "api.ovh.com/v1/order/catalog/public/cloud";
    private static final String SMALL = "{\"technical\": {\"cpu\": {\"cores\": 2}, \"memory\": {\"size\": 8}}}";

    private final ProviderServer server = new ProviderServer();
    private final List<String> addons = new ArrayList<>(List.of(
            addon("b3-8.consumption", "hour", 5_120_000, SMALL),
            addon("b3-8.consumption.3AZ", "hour", 6_120_000, SMALL),
            addon("b3-8.consumption.LZ.AF", "hour", 9_300_000, SMALL),
            addon("b3-8.monthly.postpaid", "month", 2_200_000_000L, SMALL),
            addon("a100-180.consumption", "hour", 275_000_000, """
                    {"technical": {"cpu": {"cores": 15}, "memory": {"size": 180},
                      "gpu": {"model": "A100", "number": 1, "memory": {"size": 80, "interface": "HBM2"}}}}""")));

    private static String addon(String code, String unit, long price, String blobs) {
        return """
                {"planCode": "%s", "product": "publiccloud-instance", "blobs": %s,
                 "pricings": [{"interval": 1, "intervalUnit": "%s", "capacities": ["consumption"], "price": %d}]}""".formatted(code, blobs, unit, price);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private PriceSource source(String... settings) {
        return server.at(CATALOG, "{\"addons\": [" + String.join(",", addons) + "]}")
                .source(new Ovh(), settings);
    }

    @Override
    public PriceSource readableSource() {
        return source();
    }

    @Override
    public PriceSource brokenSource() {
        return server.at(CATALOG, "{\"plans\": []}").source(new Ovh());
    }

    private static String price(Offer offer) {
        return offer.provenance().nativePrice().stripTrailingZeros().toPlainString();
    }

    @Test
    void prices_are_hundred_millionths_of_a_euro() {
        Offer a100 = Offers.find(Offers.of(source()), "a100-180", "eu");

        assertEquals("2.75", price(a100));
        assertEquals("EUR", a100.provenance().currency());
        Accelerators gpu = a100.machine().accelerators().orElseThrow();
        assertEquals("A100-80GB", gpu.gpu().type());
        assertEquals(1, gpu.count());
        assertEquals(15, a100.machine().vcpus().orElseThrow());
        assertTrue(a100.spot().isEmpty());
    }

    @Test
    void plans_for_other_places_are_offers_of_their_own() {
        List<Offer> offers = Offers.of(source());

        assertEquals("0.0512", price(Offers.find(offers, "b3-8", "eu")));
        assertEquals("0.0612", price(Offers.find(offers, "b3-8", "3az")));
        assertEquals("0.093", price(Offers.find(offers, "b3-8", "lz-af")));
    }

    @Test
    void plans_by_the_month_are_no_prices_per_hour() {
        assertEquals(4, Offers.of(source()).size());
        assertEquals(List.of(), Offers.rejected(source()));
    }

    @Test
    void flavor_ids_may_hold_dots() {
        addons.add(addon("b3.consumption.v2.consumption.3AZ", "hour", 5_000_000, SMALL));

        assertEquals(5, Offers.of(source()).size());
        Offers.find(Offers.of(source()), "b3.consumption.v2", "3az");
    }

    @Test
    void hardware_that_the_catalogue_leaves_out_is_known_from_the_snapshot() {
        addons.add(addon("t1-45.consumption", "hour", 170_000_000, "null"));
        server.knowing(Map.of("t1-45", machine(8, 45, gpus("V100", 1))));

        Offer t1 = Offers.find(Offers.of(source()), "t1-45", "eu");

        assertEquals(45, t1.machine().memoryGb().orElseThrow());
        assertEquals("V100", t1.machine().accelerators().orElseThrow().gpu().type());
    }

    @Test
    void windows_and_other_products_are_not_offered() {
        addons.add(addon("win-b3-8.consumption", "hour", 9_000_000, SMALL));
        addons.add(addon("volume.consumption", "hour", 9_000, "null").replace("publiccloud-instance", "volume"));

        assertEquals(4, Offers.of(source()).size());
    }

    @Test
    void a_plan_without_a_price_and_a_gpu_without_a_number_are_named_and_harm_no_other() {
        addons.add(addon("c3-8.consumption", "hour", 0, SMALL));
        addons.add(addon("l4-90.consumption", "hour", 75_000_000, "{\"technical\": {\"gpu\": {\"model\": \"L4\"}}}"));

        assertEquals(4, Offers.of(source()).size());
        assertEquals(
                List.of("c3-8.consumption: has no price per hour", "l4-90/eu: GPU count is NaN"),
                Offers.rejected(source()));
    }

    @Test
    void the_subsidiary_decides_the_currency() {
        server.at(CATALOG + "?ovhSubsidiary=GB", """
                {"locale": {"currencyCode": "GBP", "subsidiary": "GB"}, "addons": [%s]}""".formatted(addons.getFirst()));

        Offer inPounds = Offers.find(Offers.of(source("subsidiary", "GB")), "b3-8", "eu");
        assertEquals("GBP", inPounds.provenance().currency());
        assertEquals("the answer for subsidiary CA has no currency", Offers.error(source("subsidiary", "CA")));
        assertEquals(
                "pricing.ovh.subsidiary must be two letters such as FR", Offers.error(source("subsidiary", "FR&x=1")));
    }

    @Test
    void a_catalogue_without_addons_is_an_error() {
        assertEquals("the answer has no list 'addons'", Offers.error(brokenSource()));
    }
}
