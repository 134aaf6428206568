package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Costs;
import ai.artenic.optimizer.application.contract.WorkedExample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SavingsTest {
    private static final String SAVINGS = ContractClient.BASE + "/cost/savings";
    private static final String MARCH = SAVINGS + "?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";

    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private JsonNode ask(String path) {
        Reply reply = api.client.ask(path);
        assertEquals(200, reply.status(), reply.body());
        return reply.json();
    }

    private void reportTheExample() {
        WorkedExample.recommendations().forEach(each -> api.log.keep(each, Bases.PLAIN));
        for (String outcome : WorkedExample.outcomes()) {
            Reply reply = api.client.post("/outcomes", outcome);
            assertEquals(201, reply.status(), reply.body());
        }
    }

    @Test
    void twelve_outcomes_come_out_as_on_paper() {
        reportTheExample();
        WorkedExample.assertAsOnPaper(path -> {
            JsonNode answer = ask(ContractClient.BASE + path);
            return pointer -> answer.at(pointer).asString();
        });
    }

    /// Spot nodes save 3 of 5 EUR an hour. The three jobs on them took 2, 2 and 1 h and saw one
    /// interruption.
    @Test
    void spot_advice_counts_the_same_outcomes() {
        reportTheExample();
        var offers = new ArrayList<>(TestApi.offers());
        offers.add(WorkedExample.SMALL);
        api.publish(offers);
        String spot = ContractClient.BASE + "/cost/spot?provider=gcp&instance_type=small&hours=4";
        JsonNode advice = ask(spot);
        assertTrue(advice.get("recommend").isNull(), advice.toString());
        assertEquals(0.6, advice.get("savings_ratio").asDouble(), 1e-9);
        assertEquals(5, advice.at("/evidence/exposure_hours").asDouble());
        assertEquals(1, advice.at("/evidence/preemptions").asDouble());
        assertEquals(20, advice.get("on_demand_cost_eur").asDouble(), 1e-9);
        assertFalse(ask(spot + "&checkpointing=false").get("recommend").asBoolean(true));
    }

    @Test
    void opportunities_beyond_the_limit_are_added_up() {
        reportTheExample();
        JsonNode savings = ask(MARCH + "&limit=1");
        assertEquals(1, savings.get("opportunities").size());
        assertEquals(1, savings.at("/others/jobs").asInt());
        assertEquals(6, savings.at("/others/saving_eur/expected").asDouble());
        assertEquals(50.5, savings.get("open_eur").asDouble());
        assertEquals(
                "3 jobs cost 89.00 EUR on aws big; the first choice, gcp small, was expected to cost 44.50 EUR"
                        + " (35.60 to 53.40).",
                savings.at("/opportunities/0/reason").asString());
    }

    @Test
    void as_a_table_there_is_a_row_for_each_opportunity() {
        reportTheExample();
        Reply reply = api.client.checked(
                api.client.get(MARCH).header("Accept", "text/csv").build());
        assertEquals("text/csv; charset=utf-8", reply.header("Content-Type"));
        List<String> lines = reply.body().lines().toList();
        assertEquals(3, lines.size(), reply.body());
        assertTrue(lines.get(0).startsWith("group,workload_class,actual.provider,"), lines.get(0));
        assertTrue(
                lines.get(1)
                        .contains(
                                ",aws,big,false,gcp,small,false,3,\"[\"\"job-10\"\",\"\"job-2\"\",\"\"job-1\"\"]\",89,35.6,44.5,53.4,35.6,44.5,53.4,"),
                lines.get(1));
    }

    @Test
    void where_there_is_nothing_the_reason_is_told() {
        JsonNode nothing = ask(SAVINGS);
        assertTrue(nothing.get("reason").asString().startsWith("No job that was reported"), nothing.toString());
        assertEquals(0, nothing.get("savings_eur").asDouble());
        assertTrue(nothing.get("calibration").isNull());
        api.outcomes.kept.keep(List.of(Costs.of("job", "aws", 3, false, Instant.parse("2026-03-02T10:00:00Z"))));
        JsonNode failed = ask(MARCH);
        assertTrue(failed.get("reason").asString().startsWith("None of the 1 jobs"), failed.toString());
        assertEquals(3, failed.get("actual_cost_eur").asDouble());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | /query/from | must lie before to
            from=1976-01-01T00:00:00Z&to=2026-01-01T00:00:00Z | /query/from | at most
            from=yesterday | /query/from | time
            limit=0 | /query/limit | 1
            limit=1001 | /query/limit | 1000
            limit=many | /query/limit | number
            group_by=none | /query/group_by | known
            """)
    void what_cannot_be_reported_is_refused_by_name(String query, String pointer, String words) {
        Reply reply = api.client.ask(SAVINGS + "?" + query);
        assertEquals(422, reply.status(), reply.body());
        assertTrue(reply.errors().startsWith(pointer + " ") && reply.errors().contains(words), reply.errors());
    }
}
