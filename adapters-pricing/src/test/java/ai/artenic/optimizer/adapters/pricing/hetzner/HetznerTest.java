package ai.artenic.optimizer.adapters.pricing.hetzner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HetznerTest implements PriceSourceContract {
    private static final String TYPES = "api.hetzner.cloud/v1/server_types";
    private static final String PRICE = """
            {"location": "%s", "price_hourly": {"net": "%s", "gross": "9.0000000000"},
             "price_monthly": {"net": "0.0100000000", "gross": "0.0119000000"}}""";
    private static final String NO_LOCATIONS = "[]";

    private final ProviderServer server = new ProviderServer();

    private static String type(String name, String prices, String deprecation, String locations) {
        return """
                {"name": "%s", "cores": 4, "memory": 8.0, "disk": 80, "prices": [%s],
                 "architecture": "x86", "deprecation": %s, "locations": %s}""".formatted(name, prices, deprecation, locations);
    }

    private static String until(String day) {
        return "{\"announced\": \"2026-06-01T00:00:00Z\", \"unavailable_after\": \"" + day + "T00:00:00Z\"}";
    }

    private static String page(String types, String next) {
        return "{\"server_types\": [" + types + "], \"meta\": {\"pagination\": {\"next_page\": " + next + "}}}";
    }

    @AfterEach
    void close() {
        server.close();
    }

    private PriceSource source(String types) {
        return server.at(TYPES, page(types, "null")).source(new Hetzner(), "token", "secret");
    }

    @Override
    public PriceSource readableSource() {
        return source(type(
                "cx32",
                PRICE.formatted("fsn1", "0.0113000000") + "," + PRICE.formatted("hil", "0.0170000000"),
                "null",
                NO_LOCATIONS));
    }

    @Override
    public PriceSource brokenSource() {
        return server.at(TYPES, "{\"error\": {\"code\": \"x\"}}").source(new Hetzner(), "token", "secret");
    }

    @Test
    void the_net_price_per_hour_stands_as_text_and_each_location_has_its_own() {
        List<Offer> offers = Offers.of(readableSource());

        Offer falkenstein = Offers.find(offers, "cx32", "fsn1");
        assertEquals("0.0113", falkenstein.onDemand().amount().toPlainString());
        assertEquals("EUR", falkenstein.provenance().currency());
        assertEquals(4, falkenstein.machine().vcpus().orElseThrow());
        assertEquals(8, falkenstein.machine().memoryGb().orElseThrow());
        assertTrue(falkenstein.available());
        assertTrue(falkenstein.spot().isEmpty());
        assertEquals(
                "0.017", Offers.find(offers, "cx32", "hil").onDemand().amount().toPlainString());
        assertEquals(2, offers.size());
    }

    @Test
    void the_price_per_month_is_a_cap_and_no_price_per_hour() {
        String monthly = "{\"location\": \"fsn1\", \"price_monthly\": {\"net\": \"4.9\", \"gross\": \"5.83\"}}";

        assertEquals(List.of(), Offers.of(source(type("cx32", monthly, "null", NO_LOCATIONS))));
    }

    @Test
    void a_location_without_capacity_is_sold_out() {
        List<Offer> offers = Offers.of(source(type(
                "cx32",
                PRICE.formatted("fsn1", "0.01") + "," + PRICE.formatted("nbg1", "0.01"),
                "null",
                "[{\"name\": \"fsn1\", \"available\": false}, {\"name\": \"nbg1\", \"available\": true}]")));

        assertFalse(Offers.find(offers, "cx32", "fsn1").available());
        assertTrue(Offers.find(offers, "cx32", "nbg1").available());
    }

    @Test
    void a_deprecated_type_is_sold_until_the_day_it_goes() {
        String price = PRICE.formatted("fsn1", "0.01");

        assertEquals(List.of(), Offers.of(source(type("cx11", price, until("2026-10-31"), NO_LOCATIONS))));
        assertEquals(
                1,
                Offers.of(source(type("cx11", price, until("2026-12-31"), NO_LOCATIONS)))
                        .size());
    }

    @Test
    void a_type_may_go_in_one_location_only() {
        List<Offer> offers = Offers.of(source(type(
                "cx32",
                PRICE.formatted("fsn1", "0.01") + "," + PRICE.formatted("nbg1", "0.01"),
                "null",
                "[{\"name\": \"fsn1\", \"available\": true, \"deprecation\": " + until("2026-09-01")
                        + "}, {\"name\": \"nbg1\", \"available\": true, \"deprecation\": null}]")));

        assertEquals(1, offers.size());
        Offers.find(offers, "cx32", "nbg1");
    }

    @Test
    void a_date_that_is_none_leaves_the_type_on_sale() {
        String odd = "{\"unavailable_after\": \"soon\"}";

        assertEquals(
                1,
                Offers.of(source(type("cx32", PRICE.formatted("fsn1", "0.01"), odd, NO_LOCATIONS)))
                        .size());
    }

    @Test
    void a_price_that_is_no_number_is_named_and_harms_no_other() {
        PriceSource source = source(type(
                "cx32", PRICE.formatted("fsn1", "free") + "," + PRICE.formatted("hil", "0.017"), "null", NO_LOCATIONS));

        assertEquals(1, Offers.of(source).size());
        assertEquals(List.of("cx32/fsn1: has no net price per hour"), Offers.rejected(source));
    }

    @Test
    void all_pages_are_read_and_a_circle_is_an_error() {
        String price = PRICE.formatted("fsn1", "0.01");
        server.at(TYPES + "?per_page=50&page=1", page(type("cx32", price, "null", NO_LOCATIONS), "2"));
        server.at(TYPES + "?per_page=50&page=2", page(type("cx42", price, "null", NO_LOCATIONS), "null"));
        assertEquals(
                2, Offers.of(server.source(new Hetzner(), "token", "secret")).size());

        server.at(TYPES + "?per_page=50&page=2", page(type("cx42", price, "null", NO_LOCATIONS), "1"));
        assertEquals(
                "the pages of server types lead in a circle after 2 pages",
                Offers.error(server.source(new Hetzner(), "token", "secret")));
    }

    @Test
    void pages_without_end_are_an_error() {
        server.at(TYPES, request -> {
            int page = Integer.parseInt(request.address().replaceAll(".*page=", ""));
            return ProviderServer.Reply.ok(page("", Integer.toString(page + 1)));
        });

        assertEquals(
                "the pages of server types do not end within 20 pages",
                Offers.error(server.source(new Hetzner(), "token", "secret")));
    }

    @Test
    void an_answer_without_types_is_an_error() {
        assertEquals("the answer has no list 'server_types'", Offers.error(brokenSource()));
    }

    @Test
    void the_token_is_sent_as_a_bearer_token_and_asked_for_by_name() {
        Offers.of(readableSource());

        assertEquals(
                List.of("Bearer secret"), server.requests().getFirst().headers().get("Authorization"));
        assertEquals("pricing.hetzner.token is not set", Offers.error(server.source(new Hetzner())));
    }
}
