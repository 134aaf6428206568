package ai.artenic.optimizer.adapters.pricing.vastai;

import static ai.artenic.optimizer.adapters.pricing.vastai.Hosts.host;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarketTest {
    private final Hosts hosts = new Hosts();

    @AfterEach
    void close() {
        hosts.close();
    }

    @Test
    void both_searches_ask_for_what_can_be_rented_and_for_all_of_it() {
        hosts.source("disk-gb", "50").fetch();

        assertEquals(
                List.of("on-demand", "bid"),
                hosts.server.requests().stream()
                        .map(request -> Json.tree(request.body()).path("type").asString(""))
                        .toList());
        var search = Json.tree(hosts.server.requests().getFirst().body());
        assertTrue(search.path("rentable").path("eq").asBoolean());
        assertTrue(search.path("verified").path("eq").asBoolean());
        assertEquals(50, search.path("disk_space").path("gte").asInt());
        assertEquals(10_000, search.path("limit").asInt());
        assertEquals("[[\"dph_total\",\"asc\"]]", search.path("order").toString());
    }

    @Test
    void a_market_longer_than_the_answer_is_said() {
        String host = host();
        hosts.server.at(
                Hosts.ADDRESS,
                IntStream.range(0, 10_000)
                        .mapToObj(i -> host)
                        .collect(Collectors.joining(",", "{\"offers\": [", "]}")));

        assertEquals(
                List.of(
                        "on-demand: only the cheapest 10000 offers were read",
                        "bid: only the cheapest 10000 offers were read"),
                Offers.rejected(hosts.source()));
    }

    @Test
    void one_object_in_place_of_the_list_is_an_error_and_not_an_empty_market() {
        hosts.server.at(Hosts.ADDRESS, "{\"offers\": " + host() + "}");
        assertTrue(Offers.error(hosts.source()).endsWith("no list 'offers'"));
        hosts.server.at(Hosts.ADDRESS, "{\"error\": \"none\"}");
        assertTrue(Offers.error(hosts.source()).endsWith("no list 'offers'"));
    }

    @Test
    void without_an_answer_about_bids_there_are_prices_and_no_spot_prices() {
        hosts.server.at(
                Hosts.ADDRESS,
                request -> Json.tree(request.body()).path("type").asString("").equals("bid")
                        ? Reply.ok("{}")
                        : Reply.ok("{\"offers\": [" + host() + "]}"));

        assertEquals(Optional.empty(), Offers.of(hosts.source()).getFirst().spot());
        assertTrue(Offers.rejected(hosts.source()).getFirst().startsWith("interruptible machines: "));
    }

    @Test
    void asking_too_soon_is_answered_in_plain_text_and_asked_again() {
        hosts.rents(host());
        Reply tooSoon = new Reply(429, Map.of("Content-Type", "text/plain"), "too many requests");
        hosts.server.at(
                Hosts.ADDRESS,
                request -> hosts.server.requests().size() == 1 ? tooSoon : Reply.ok("{\"offers\": [" + host() + "]}"));

        assertEquals(1, Offers.of(hosts.source()).size());
    }

    @Test
    void a_key_is_sent_as_a_bearer_token_and_none_is_needed() {
        hosts.source().fetch();
        assertFalse(hosts.server.requests().getLast().headers().containsKey("Authorization"));

        hosts.source("api-key", "secret").fetch();
        assertEquals(
                List.of("Bearer secret"),
                hosts.server.requests().getLast().headers().get("Authorization"));
    }

    @Test
    void a_disk_that_is_no_size_is_said() {
        assertEquals("pricing.vastai.disk-gb is no number", Offers.error(hosts.source("disk-gb", "large")));
        assertEquals("pricing.vastai.disk-gb is below 0", Offers.error(hosts.source("disk-gb", "-1")));
    }
}
