package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ListsTest {
    private static final String OFFERS = ContractClient.BASE + "/offers";
    private static final String HISTORY = ContractClient.BASE + "/history";
    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void pages_of_offers_join_to_the_whole_list_in_the_order_of_prices() {
        var seen = new ArrayList<String>();
        var prices = new ArrayList<Double>();
        String cursor = "";
        do {
            JsonNode page = api.client.ask(OFFERS + "?limit=7" + cursor).json();
            page.get("items").forEach(item -> {
                seen.add(item.get("provider").asString()
                        + item.get("instance_type").asString()
                        + item.get("region").asString());
                prices.add(item.get("price_per_hour_eur").asDouble());
            });
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (!cursor.isEmpty());
        assertEquals(63, seen.size());
        assertEquals(63, seen.stream().distinct().count());
        assertEquals(prices.stream().sorted().toList(), prices);
    }

    @Test
    void offers_are_filtered() {
        assertEquals(1, size(OFFERS + "?provider=hetzner"));
        assertEquals(1, size(OFFERS + "?gpu_type=L4&provider=gcp&max_price=0.4&sort=id"));
        assertEquals(0, size(OFFERS + "?gpu_type=4090"));
        assertEquals(0, size(OFFERS + "?region=true"));
        JsonNode spot = api.client
                .ask(OFFERS + "?spot=true&min_gpu_memory_gb=80&limit=500")
                .json();
        spot.get("items").forEach(item -> {
            assertFalse(item.get("spot_price_per_hour_eur").isNull());
            assertTrue(item.get("gpu_memory_gb").asDouble() >= 80);
        });
        JsonNode share = api.client
                .ask(OFFERS + "?provider=gcp&max_price=0.4&gpu_type=L4")
                .json();
        assertEquals("0.5", share.at("/items/0/gpu_count").toString());
        assertEquals("24", share.at("/items/0/gpu_memory_gb").toString());
    }

    @Test
    void the_history_is_newest_first_and_its_pages_join() {
        var asked = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            asked.addFirst(ask());
        }
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page = api.client.ask(HISTORY + "?limit=2" + cursor).json();
            page.get("items")
                    .forEach(item -> seen.add(item.get("recommendation_id").asString()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (!cursor.isEmpty());
        assertEquals(asked, seen);
    }

    @Test
    void the_history_is_filtered_by_provider_mode_and_time() {
        ask();
        JsonNode all = api.client.ask(HISTORY).json();
        String provider = all.at("/items/0/top/provider").asString();
        assertEquals(1, size(HISTORY + "?mode=heuristic&provider=" + provider));
        assertEquals(0, size(HISTORY + "?mode=hybrid"));
        assertEquals(0, size(HISTORY + "?provider=nobody"));
        assertEquals(1, size(HISTORY + "?since=" + TestApi.START + "&until=2026-12-01T00:00:00%2B02:00"));
        assertEquals(0, size(HISTORY + "?until=" + TestApi.START));
    }

    @Test
    void every_mistake_of_a_query_is_told_at_once_with_the_nearest_name() {
        Reply reply = api.client.ask(
                OFFERS + "?providr=aws&limit=0&spot=maybe&max_price=NaN&sort=name&provider=&region=a&region=b");
        assertEquals(422, reply.status());
        String errors = reply.errors();
        assertTrue(errors.contains("/query/providr is not a known field; did you mean provider?"), errors);
        for (String name : List.of("limit", "spot", "max_price", "sort", "provider", "region")) {
            assertTrue(errors.contains("/query/" + name + " "), errors);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=501",
                "limit=-1",
                "limit=1.5",
                "limit=1e99",
                "limit=",
                "limit=0x10",
                "limit=99999999999999999999",
                "provider=%00",
                "provider=%ff",
                "provider=%e2%82",
                "=x",
                "%00=1",
                "&",
                "max_price=1d",
                "max_price=Infinity",
                "max_price=-1",
                "cursor=",
                "cursor=abc",
                "cursor=%2e%2e%2f",
                "region=%ED%A0%80"
            })
    void a_hostile_query_is_invalid_and_never_a_failure(String query) {
        Reply reply = api.client.ask(OFFERS + "?" + query);
        assertEquals(422, reply.status(), reply.body());
        assertEquals("invalid-request", reply.slug());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01",
        "yesterday",
        "-999999999-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "1e9",
        "2026-01-01T00:00:00"
    })
    void a_time_that_is_none_is_invalid(String moment) {
        Reply reply = api.client.ask(HISTORY + "?since=" + moment);
        assertEquals(422, reply.status());
        assertTrue(reply.errors().startsWith("/query/since must be an RFC 3339 time"), reply.body());
    }

    @Test
    void a_damaged_or_foreign_cursor_is_invalid() {
        for (int i = 0; i < 3; i++) {
            ask();
        }
        for (String list : List.of(OFFERS + "?limit=2", HISTORY + "?limit=2")) {
            String cursor = api.client.ask(list).json().get("next_cursor").asString();
            assertEquals(200, api.client.ask(list + "&cursor=" + cursor).status());
            assertEquals(
                    422, api.client.ask(list + "&provider=aws&cursor=" + cursor).status(), "other filters");
            for (int i = 0; i < cursor.length(); i++) {
                char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
                String damaged = cursor.substring(0, i) + other + cursor.substring(i + 1);
                assertEquals(422, api.client.ask(list + "&cursor=" + damaged).status(), damaged);
            }
            assertEquals(
                    422, api.client.ask(list + "&cursor=" + cursor.substring(1)).status());
            assertEquals(
                    422, api.client.ask(list + "&cursor=" + cursor + cursor).status());
        }
    }

    @Test
    void a_cursor_may_be_as_long_as_the_names_of_an_offer() {
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < 3; i++) {
            offers.add(Offers.cpu("aws", "é".repeat(190) + i, 2, 8, 0.1, 0));
        }
        api.publish(offers);
        String cursor =
                api.client.ask(OFFERS + "?limit=1").json().get("next_cursor").asString();
        assertTrue(cursor.length() > 200);
        JsonNode next = api.client.ask(OFFERS + "?limit=1&cursor=" + cursor).json();
        assertTrue(next.at("/items/0/instance_type").asString().endsWith("1"), next::toString);
    }

    private String ask() {
        return api.client
                .recommend(Map.of("workload", Workloads.lora7bFields()))
                .json()
                .get("recommendation_id")
                .asString();
    }

    private int size(String path) {
        return api.client.ask(path).json().get("items").size();
    }
}
