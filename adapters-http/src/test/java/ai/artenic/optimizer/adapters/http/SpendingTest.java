package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Costs;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SpendingTest {
    private static final String SUMMARY = ContractClient.BASE + "/cost/summary";
    private static final Instant DAY = Instant.parse("2026-03-02T10:00:00Z");

    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private JsonNode summary(String query) {
        Reply reply = api.client.ask(SUMMARY + query);
        assertEquals(200, reply.status(), reply.body());
        return reply.json();
    }

    private void spend(String job, String provider, double eur, Instant at) {
        api.outcomes.kept.keep(List.of(Costs.of(job, provider, eur, true, at)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | /query/from | must lie before to
            from=2026-02-01T12:00:00Z&to=2026-02-01T12:00:00Z | /query/from | must lie before to
            from=2026-02-01T12:00:00Z&to=2026-02-01T11:00:00Z | /query/from | must lie before to
            from=9999-12-01T00:00:00Z&to=9999-12-31T12:00:00Z | /query/to | RFC 3339
            from=1970-01-01T00:00:00Z&to=2090-01-01T00:00:00Z | /query/from | at most 10 years
            from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z | /query/period | at most 1000 pieces
            from=yesterday | /query/from | RFC 3339
            period=hour | /query/period | week
            group_by=team | /query/group_by | instance_type
            provider=No%20such | /query/provider | lower-case
            provider=nobody | /query/provider | nobody
            until=2026-01-01T00:00:00Z | /query/until | known
            """)
    void what_cannot_be_summed_up_is_refused_by_name(String query, String pointer, String words) {
        Reply reply = api.client.ask(SUMMARY + "?" + query);
        assertEquals(422, reply.status(), reply.body());
        assertTrue(reply.errors().startsWith(pointer + " ") && reply.errors().contains(words), reply.errors());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Reply reply = api.client.ask(
                SUMMARY + "?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z&period=hour&group_by=team&provider=Foo");
        assertEquals(4, reply.json().get("errors").size(), reply.errors());
    }

    @Test
    void of_a_time_without_outcomes_there_are_empty_buckets_and_a_reason() {
        JsonNode empty = summary("?from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z&group_by=provider");
        assertEquals(7, empty.get("buckets").size());
        empty.get("buckets")
                .forEach(bucket -> assertEquals(0, bucket.get("cost_eur").asDouble()));
        assertEquals(0, empty.get("total_cost_eur").asDouble());
        assertEquals(0, empty.at("/trend/eur_per_day").asDouble());
        assertTrue(empty.at("/trend/change_ratio").isNull());
        assertEquals(0, empty.get("efficiency").size());
        assertTrue(empty.get("reason").asString().startsWith("No job"), empty.toString());
        assertEquals(30, summary("").get("buckets").size());
        assertEquals(30, summary("?provider=aws").get("buckets").size());
    }

    @Test
    void a_provider_that_left_the_catalogue_is_known_while_it_has_outcomes() {
        spend("job", "gone", 5, DAY);
        assertEquals(
                0,
                summary("?provider=gone&from=2026-04-01T00:00:00Z&to=2026-04-02T00:00:00Z")
                        .get("total_jobs")
                        .asInt());
    }

    @Test
    void parts_of_days_count_as_whole_days_of_utc_and_the_answer_says_so() {
        spend("job", "aws", 5, Instant.parse("2026-03-02T23:59:00Z"));
        JsonNode summary = summary("?from=2026-03-02T09:00:00Z&to=2026-03-02T17:00:00Z");
        assertEquals("2026-03-02T00:00:00Z", summary.get("from").asString());
        assertEquals("2026-03-03T00:00:00Z", summary.get("to").asString());
        assertEquals("UTC", summary.get("time_zone").asString());
        assertEquals(5, summary.get("total_cost_eur").asInt());
        assertTrue(summary.get("reason").isNull());
    }

    @Test
    void the_groups_that_cost_least_are_summed_as_other_and_nothing_is_lost() {
        for (int i = 0; i < 60; i++) {
            spend("job-" + i, "provider-" + i, i + 0.01, DAY);
        }
        JsonNode summary = summary("?group_by=provider&from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z");
        assertEquals(51, summary.get("buckets").size());
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode bucket : summary.get("buckets")) {
            sum = sum.add(bucket.get("cost_eur").decimalValue());
            if (bucket.get("group").asString().equals("other")) {
                assertTrue(bucket.get("provider").isNull());
                assertEquals(10, bucket.get("jobs").asInt());
                assertEquals("45.1", bucket.get("cost_eur").decimalValue().toPlainString());
            }
        }
        assertEquals(0, summary.get("total_cost_eur").decimalValue().compareTo(sum));
    }
}
