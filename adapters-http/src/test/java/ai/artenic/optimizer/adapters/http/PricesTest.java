package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Prices;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PricesTest {
    private static final String PRICES = ContractClient.BASE + "/offers/history";
    private static final Instant FIRST = TestApi.START.minus(Duration.ofDays(20));

    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    /// The price of one offer rises by a cent a day.
    private void remember(int days) {
        for (int day = 0; day < days; day++) {
            Instant at = FIRST.plus(Duration.ofDays(day));
            String usd = "0." + (50 + day);
            api.prices.workAt(Prices.AWS, day, before -> Prices.read(before, at, Prices.live("g4dn", usd, 0.2, at)));
        }
    }

    @Test
    void pages_of_prices_join_to_the_whole_history_newest_first() {
        remember(7);
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page =
                    api.client.ask(PRICES + "?provider=aws&limit=3" + cursor).json();
            page.get("items")
                    .forEach(item -> seen.add(item.get("native_price_per_hour").toString()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (!cursor.isEmpty());
        assertEquals(List.of("0.56", "0.55", "0.54", "0.53", "0.52", "0.51", "0.5"), seen);
    }

    @Test
    void prices_are_filtered_by_time_and_names_that_nothing_has_match_nothing() {
        remember(3);
        String since = "&since=" + FIRST.plus(Duration.ofDays(2));
        assertEquals(
                1,
                api.client
                        .ask(PRICES + "?provider=aws" + since)
                        .json()
                        .get("items")
                        .size());
        assertEquals(
                0,
                api.client
                        .ask(PRICES + "?provider=No%20such%20key")
                        .json()
                        .get("items")
                        .size());
    }

    @Test
    void spot_statistics_come_with_the_history_of_one_instance_type_in_one_region() {
        remember(2);
        JsonNode page = api.client
                .ask(PRICES + "?provider=aws&instance_type=g4dn&region=eu-west-1")
                .json();
        assertEquals(1, page.get("spot").size());
        assertEquals(0.2, page.at("/spot/0/p95_price_per_hour_eur").asDouble());
        assertEquals(0, page.at("/spot/0/trend_per_day").asDouble(), 1e-9);
        assertTrue(page.at("/spot/0/zone").isNull());
        assertEquals(
                0, api.client.ask(PRICES + "?provider=aws").json().get("spot").size());
    }

    @Test
    void a_cursor_of_other_filters_is_refused() {
        remember(3);
        String cursor =
                api.client.ask(PRICES + "?limit=1").json().get("next_cursor").asString();
        Reply reply = api.client.ask(PRICES + "?provider=aws&cursor=" + cursor);
        assertEquals(422, reply.status());
        assertTrue(reply.body().contains("is not a cursor of this list"), reply.body());
    }

    @Test
    void a_live_source_that_failed_is_told_with_its_provider() {
        var failure = Prices.failure("timed out");
        api.catalog.publish(new PublishedCatalog(
                Offers.snapshot(TestApi.offers()),
                List.of(),
                List.of(failure),
                Map.of(new Provider("hetzner"), failure, new Provider("nobody"), failure),
                List.of()));
        JsonNode status = api.client.ask(ContractClient.BASE + "/status").json();
        var errors = new ArrayList<String>();
        status.at("/catalog/providers").forEach(one -> {
            if (!one.get("last_error").isNull()) {
                errors.add(one.get("provider").asString() + " " + one.get("offers") + " "
                        + one.get("last_error").asString());
            }
        });
        assertEquals(List.of("hetzner 1 timed out", "nobody 0 timed out"), errors);
        assertEquals(
                "price source Price List API: timed out",
                status.at("/degraded/0").asString());
    }
}
