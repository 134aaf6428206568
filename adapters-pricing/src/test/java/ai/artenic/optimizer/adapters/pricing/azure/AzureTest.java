package ai.artenic.optimizer.adapters.pricing.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Machines;
import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.BadRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureTest implements PriceSourceContract {
    private static final String LIST = "prices.azure.com/api/retail/prices";
    private static final String NC = "Standard_NC40ads_H100_v5";
    private static final String ON_DEMAND = item("NC40ads H100 v5", "6.98");
    private static final String SPOT = item("NC40ads H100 v5 Spot", "2.792");

    private final ProviderServer server = new ProviderServer()
            .at(LIST, page("", ON_DEMAND, SPOT, item("F9s v9", "0.4").replace(NC, "Standard_F9s_v9")))
            .knowing(Map.of(
                    NC,
                    Machines.with(40, 320, "H100-NVL", 1, 94),
                    "Standard_NV6ads_A10_v5",
                    Machines.with(6, 55, "A10", 0.166667, 24)));

    @AfterEach
    void close() {
        server.close();
    }

    private static String item(String meter, String price) {
        return """
                {"currencyCode": "USD", "tierMinimumUnits": 0.0, "retailPrice": %2$s, "unitPrice": %2$s,
                 "armRegionName": "westeurope", "location": "EU West", "effectiveStartDate": "2026-01-01T00:00:00Z",
                 "meterName": "%1$s", "productName": "Virtual Machines NCadsH100v5 Series", "skuName": "%1$s",
                 "serviceName": "Virtual Machines", "serviceFamily": "Compute", "unitOfMeasure": "1 Hour",
                 "type": "Consumption", "isPrimaryMeterRegion": true, "armSkuName": "%3$s"}""".formatted(meter, price, NC);
    }

    private static String page(String next, String... items) {
        return "{\"BillingCurrency\": \"USD\", \"Items\": [%s], \"NextPageLink\": %s, \"Count\": %d}"
                .formatted(String.join(",", items), next.isEmpty() ? "null" : '"' + next + '"', items.length);
    }

    private PriceSource source(String... settings) {
        return server.source(new Azure(), settings.length == 0 ? new String[] {"regions", "westeurope"} : settings);
    }

    private List<Offer> offers(String... items) {
        server.at(LIST, page("", items));
        return Offers.of(source());
    }

    private List<String> problems() {
        return source().fetch().report().badRows().stream().map(BadRow::reason).toList();
    }

    private static String price(List<Offer> offers) {
        return Offers.find(offers, NC, "westeurope").provenance().nativePrice().toPlainString();
    }

    @Override
    public PriceSource readableSource() {
        return source();
    }

    @Override
    public PriceSource brokenSource() {
        server.at(LIST, "{\"Items\": {}}");
        return source();
    }

    @Test
    void on_demand_and_spot_meters_of_a_size_make_one_offer_in_dollars() {
        List<Offer> offers = Offers.of(source());

        Offer offer = Offers.find(offers, NC, "westeurope");
        assertEquals(1, offers.size());
        assertEquals("6.98", offer.provenance().nativePrice().toPlainString());
        assertEquals("USD", offer.provenance().currency());
        assertEquals(
                0.4,
                offer.spot().orElseThrow().amount().doubleValue()
                        / offer.onDemand().amount().doubleValue(),
                1e-6);
    }

    @Test
    void hardware_comes_from_the_table_so_that_this_h100_is_the_nvl_with_94_gb() {
        Accelerators gpus =
                Offers.of(source()).getFirst().machine().accelerators().orElseThrow();

        assertEquals("H100-NVL", gpus.gpu().type());
        assertEquals(94, gpus.memoryGbEach());
    }

    @Test
    void a_sixth_of_a_gpu_is_rented_as_a_sixth() {
        Offer offer = offers(ON_DEMAND.replace(NC, "Standard_NV6ads_A10_v5")).getFirst();

        assertEquals(0.166667, offer.machine().accelerators().orElseThrow().count());
    }

    @Test
    void sizes_of_unknown_hardware_are_left_out_and_counted() {
        assertEquals(
                List.of("1 machine sizes: their hardware is not known, such as that of Standard_F9s_v9"), problems());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "Virtual Machines NCadsH100v5 Series, Virtual Machines NCadsH100v5 Series Windows",
        "Virtual Machines NCadsH100v5 Series, NCadsH100v5 Series Dedicated Host",
        "Virtual Machines NCadsH100v5 Series, NCadsH100v5 Series Cloud Services",
        "\"meterName\": \"NC40ads H100 v5, \"meterName\": \"NC40ads H100 v5 Low Priority",
        "Consumption, Reservation",
        "Consumption, DevTestConsumption",
        "westeurope, northeurope",
        "\"serviceName\": \"Virtual Machines, \"serviceName\": \"Storage",
        "\"tierMinimumUnits\": 0.0, \"tierMinimumUnits\": 500.0"
    })
    void what_the_filter_lets_through_by_mistake_is_passed_over(String from, String to) {
        String other = item("NC40ads H100 v5", "0.01").replace(from, to);

        assertEquals("6.98", price(offers(other, ON_DEMAND, other)));
        assertTrue(offers(other).isEmpty());
        assertEquals(List.of(), problems());
    }

    @Test
    void a_spot_meter_alone_is_no_offer() {
        assertTrue(offers(SPOT).isEmpty());
    }

    @Test
    void a_savings_plan_is_not_the_price() {
        String plan = ON_DEMAND.replace(
                "\"type\"", "\"savingsPlan\": [{\"retailPrice\": 2.1, \"term\": \"3 Years\"}], \"type\"");

        assertEquals("6.98", price(offers(plan)));
    }

    @Test
    void of_two_prices_the_newest_counts_that_holds_already() {
        String newer = item("NC40ads H100 v5", "7.5").replace("2026-01-01", "2026-10-01");
        String future = item("NC40ads H100 v5", "9.9").replace("2026-01-01", "2026-12-01");

        assertEquals("7.5", price(offers(future, ON_DEMAND, newer)));
        assertEquals("7.5", price(offers(newer, ON_DEMAND, future)));
    }

    @Test
    void the_primary_meter_goes_before_others() {
        String secondary = item("NC40ads H100 v5", "3.2")
                .replace("\"isPrimaryMeterRegion\": true", "\"isPrimaryMeterRegion\": false")
                .replace("2026-01-01", "2026-10-01");

        assertEquals("6.98", price(offers(secondary, ON_DEMAND)));
        assertEquals("6.98", price(offers(ON_DEMAND, secondary)));
    }

    @Test
    void two_prices_that_hold_since_the_same_day_are_named_and_neither_is_believed() {
        String other = item("NC40ads H100 v5", "3.4");

        assertTrue(offers(ON_DEMAND, other, ON_DEMAND).isEmpty());
        assertEquals(List.of(NC + "/westeurope: has two prices that hold since the same day"), problems());
        String newer = item("NC40ads H100 v5", "7.5").replace("2026-01-01", "2026-10-01");
        assertEquals("7.5", price(offers(ON_DEMAND, other, newer)));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "6.98, 0, costs 0",
        "6.98, null, has no price",
        "1 Hour, 1 Month, is not priced by the hour",
        "2026-01-01T00:00:00Z, now, does not say since when it holds"
    })
    void a_malformed_meter_is_named_and_loses_no_others(String from, String to, String reason) {
        String spot = item("NC40ads H100 v5", "6.98").replace(from, to);

        assertEquals("2.5", price(offers(spot, item("NC40ads H100 v5", "2.5"))));
        assertEquals(List.of("a meter: " + NC + " (NC40ads H100 v5)/westeurope " + reason), problems());
    }

    @Test
    void a_meter_without_a_size_is_named() {
        assertTrue(offers(ON_DEMAND.replace(NC, "")).isEmpty());
        assertEquals(List.of("a meter:  (NC40ads H100 v5)/westeurope names no machine"), problems());
    }

    @Test
    void a_price_in_another_currency_than_asked_for_is_named() {
        assertTrue(offers(ON_DEMAND.replace("USD", "EUR")).isEmpty());
        assertEquals(List.of(NC + "/westeurope: is priced in EUR"), problems());
    }

    @Test
    void another_currency_is_asked_for_where_it_is_set() {
        server.at(LIST, page("", ON_DEMAND.replace("USD", "EUR")));

        Offer offer =
                Offers.of(source("regions", "westeurope", "currency", "EUR")).getFirst();
        assertEquals("EUR", offer.provenance().currency());
        assertTrue(server.requests().getFirst().address().contains("currencyCode=EUR"));
    }

    @Test
    void the_next_page_is_named_with_a_port() {
        server.at(
                LIST,
                request -> Reply.ok(
                        request.address().contains("$skip=1")
                                ? page("", SPOT)
                                : page("https://prices.azure.com:443/api/retail/prices?$filter=x&$skip=1", ON_DEMAND)));

        assertTrue(Offers.of(source()).getFirst().spot().isPresent());
    }

    @Test
    void a_next_page_elsewhere_is_not_fetched() {
        server.at(LIST, page("https://prices.azure.com.elsewhere.example/api/retail/prices?$skip=1", ON_DEMAND));
        assertTrue(Offers.error(source()).contains("which is not the provider's"));

        server.at(LIST, page("no address", ON_DEMAND));
        assertTrue(Offers.error(source()).contains("a next page that is no address"));
    }

    @Test
    void a_full_page_without_a_next_one_is_followed_by_what_comes_after_it() {
        String[] full = IntStream.range(0, 100)
                .mapToObj(i -> ON_DEMAND.replace(NC, "Standard_X" + i))
                .toArray(String[]::new);
        server.at(
                LIST,
                request -> Reply.ok(
                        request.address().contains("&$skip=200")
                                ? page("")
                                : request.address().contains("&$skip=100")
                                        ? page("", full).replace("Standard_X7\"", NC + '"')
                                        : page("", full)));

        assertEquals("6.98", price(Offers.of(source())));
        assertEquals(3, server.requests().size());
    }

    @Test
    void a_page_that_is_not_full_and_names_no_next_is_the_last() {
        Offers.of(source());

        assertEquals(1, server.requests().size());
    }

    @Test
    void pages_that_lead_back_are_an_error() {
        server.at(LIST, page("https://prices.azure.com/api/retail/prices?page=2", ON_DEMAND));

        assertTrue(Offers.error(source()).contains("lead in a circle after"));
    }

    @Test
    void each_region_is_walked_on_its_own_and_fails_on_its_own() {
        server.at(
                LIST,
                request -> request.address().contains("northeurope")
                        ? new Reply(400, Map.of(), "")
                        : Reply.ok(page("", ON_DEMAND)));
        PriceSource source = source("regions", "northeurope, westeurope");

        assertEquals(1, Offers.of(source).size());
        assertEquals(
                "northeurope: prices.azure.com/api/retail/prices answered 400",
                source.fetch().report().badRows().getFirst().reason());
        String asked =
                server.requests().stream().map(ProviderServer.Request::address).collect(Collectors.joining(" "));
        assertTrue(asked.contains("armRegionName%20eq%20'westeurope'"), asked);
    }

    @Test
    void a_page_that_is_refused_for_asking_too_often_is_asked_for_again() {
        server.at(
                LIST,
                request ->
                        server.requests().size() == 1 ? new Reply(429, Map.of(), "") : Reply.ok(page("", ON_DEMAND)));

        assertEquals("6.98", price(Offers.of(source())));
    }
}
