package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Costs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnomaliesTest {
    private static final String ANOMALIES = ContractClient.BASE + "/cost/anomalies";
    private static final String MARCH = "?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";
    private static final Instant DAY = Instant.parse("2026-03-02T10:00:00Z");

    private final TestApi api = TestApi.withOffers();
    private int jobs;

    @AfterEach
    void stop() {
        api.close();
    }

    private JsonNode anomalies(String query) {
        Reply reply = api.client.ask(ANOMALIES + query);
        assertEquals(200, reply.status(), reply.body());
        return reply.json();
    }

    /// A job that was expected to cost 2 EUR.
    private void spend(double eur, boolean success) {
        Instant at = DAY.plus(Duration.ofHours(jobs));
        api.outcomes.kept.keep(List.of(Costs.of("job-" + jobs++, "aws", eur, success, at)));
    }

    @Test
    void a_job_that_cost_more_than_others_is_told_with_what_it_should_have_cost_and_why_it_did_not() {
        for (int i = 0; i < 6; i++) {
            spend(2, true);
        }
        spend(8, true);
        spend(20, false);
        JsonNode found = anomalies(MARCH);
        assertEquals(2, found.get("anomaly_count").asInt());
        assertEquals(8, found.get("judged_jobs").asInt());
        JsonNode anomaly = found.at("/anomalies/0");
        assertEquals("job-6", anomaly.get("job_id").asString());
        assertEquals(2, anomaly.get("normal_cost_eur").asDouble());
        assertEquals(6, anomaly.get("impact_eur").asDouble());
        assertEquals(4, anomaly.get("cost_ratio").asDouble(), 1e-9);
        assertEquals(6, anomaly.get("alike_jobs").asInt());
        assertEquals("price", anomaly.at("/causes/0/cause").asString());
        assertEquals("job-7", found.at("/failed_or_preempted/0/job_id").asString());
        assertTrue(found.get("reason").isNull());
        assertEquals(
                1, anomalies(MARCH + "&min_impact_eur=7").get("anomaly_count").asInt());
    }

    @Test
    void where_there_is_nothing_the_reason_is_told() {
        assertTrue(
                anomalies("").get("reason").asString().startsWith("No job"),
                anomalies("").toString());
        spend(2, true);
        JsonNode none = anomalies(MARCH);
        assertEquals(0, none.get("anomaly_count").asInt());
        assertTrue(none.get("reason").asString().startsWith("None of the 1 jobs"), none.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | /query/from | must lie before to
            from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z | /query/from | at most 366 days
            min_impact_eur=-1 | /query/min_impact_eur | 0
            min_impact_eur=NaN | /query/min_impact_eur | number
            group_by=none | /query/group_by | known
            """)
    void what_cannot_be_looked_through_is_refused_by_name(String query, String pointer, String words) {
        Reply reply = api.client.ask(ANOMALIES + "?" + query);
        assertEquals(422, reply.status(), reply.body());
        assertTrue(reply.errors().startsWith(pointer + " ") && reply.errors().contains(words), reply.errors());
    }
}
