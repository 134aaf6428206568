package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SpotTest {
    private static final String SPOT = ContractClient.BASE + "/cost/spot";
    private static final String P4D = SPOT + "?provider=aws&instance_type=p4d";

    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private void report(int jobs, String interruptions) {
        for (int i = 0; i < jobs; i++) {
            assertEquals(
                    201,
                    api.client
                            .post("/outcomes", """
                    {"job_id": "spot-%d-%s", "provider": "aws", "instance_type": "p4d", "region": "eu-west-1",
                     "is_spot": true, "actual_duration_hours": 100, "actual_cost_eur": 1200, "success": true, %s,
                     "workload": {"framework": "pytorch", "model_params_m": 7000, "dataset_size_gb": 50,
                       "gpu_required": true}}
                    """.formatted(
                                            i, Integer.toHexString(interruptions.hashCode()), interruptions))
                            .status());
        }
    }

    @Test
    void where_nothing_was_seen_the_answer_is_that_too_little_is_known_with_the_figures() {
        JsonNode advice = api.client.ask(P4D + "&hours=4").json();
        assertTrue(advice.get("recommend").isNull());
        assertEquals(0.6, advice.get("savings_ratio").asDouble(), 1e-9);
        assertEquals(0.1, advice.get("hazard_per_hour").get("expected").asDouble(), 1e-9);
        assertEquals(0, advice.get("evidence").get("exposure_hours").asDouble());
        assertTrue(advice.get("evidence").get("provider_rate").isNull());
        assertEquals(120, advice.get("on_demand_cost_eur").asDouble());
        assertTrue(advice.get("expected_spot_cost_eur").asDouble() > 48);
        assertTrue(advice.get("plan").isNull());
        assertTrue(advice.get("p_preempted_during_job").get("upper90").asDouble() > 0.2);
    }

    @Test
    void as_a_table_it_is_one_row_with_what_the_provider_says() {
        Offer p4d = TestApi.offers().stream()
                .filter(offer -> offer.id().instanceType().equals("p4d"))
                .findFirst()
                .orElseThrow();
        api.catalog.publish(
                new PublishedCatalog(Offers.snapshot(List.of(Offers.rated(p4d, 0.05))), List.of(), List.of()));
        JsonNode rate = api.client.ask(P4D + "&hours=4").json().at("/evidence/provider_rate");
        assertEquals(0.075, rate.get("value").asDouble(), 1e-12);
        assertEquals("per_month", rate.get("unit").asString());
        Reply table = api.client.checked(
                api.client.get(P4D + "&hours=4").header("Accept", "text/csv").build());
        List<String> lines = table.body().lines().toList();
        assertEquals(2, lines.size(), table.body());
        assertTrue(lines.getFirst().contains("evidence.provider_rate.value,"), lines.getFirst());
        assertTrue(lines.getLast().contains(",per_month,advisor,"), lines.getLast());
    }

    @Test
    void own_outcomes_turn_the_answer_into_yes_or_no() {
        report(20, "\"preempted\": false");
        JsonNode calm = api.client.ask(P4D + "&region=eu-west-1&hours=4").json();
        assertTrue(calm.get("recommend").asBoolean(), calm.toString());
        assertEquals(2000, calm.get("evidence").get("exposure_hours").asDouble());
        assertEquals(0, calm.get("evidence").get("preemptions").asDouble());
        assertEquals(
                "false",
                api.client
                        .ask(P4D + "&hours=4&checkpointing=false")
                        .json()
                        .get("recommend")
                        .toString());
        report(20, "\"preempted\": true, \"preemption_count\": 60");
        JsonNode stormy = api.client.ask(P4D + "&hours=4").json();
        assertEquals("false", stormy.get("recommend").toString(), stormy.toString());
        assertEquals(1200, stormy.get("evidence").get("preemptions").asDouble());
    }

    @Test
    void a_limit_comes_with_a_plan() {
        JsonNode plan = api.client
                .ask(P4D + "&hours=10&max_hours=15&restart_minutes=6")
                .json()
                .get("plan");
        assertTrue(plan.get("feasible").asBoolean());
        assertEquals(4.9, plan.get("slack_hours").asDouble(), 1e-9);
        JsonNode late = api.client.ask(P4D + "&hours=10&max_hours=9").json().get("plan");
        assertEquals("false", late.get("feasible").toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "?instance_type=p4d&hours=1|/query/provider is needed",
                "?provider=aws|/query/instance_type is needed",
                "?provider=aws|/query/hours is needed",
                "?provider=aws&instance_type=p4d&hours=NaN|/query/hours must be a number",
                "?provider=aws&instance_type=p4d&hours=-1|/query/hours must be",
                "?provider=aws&instance_type=p4d&hours=0|/query/hours must be",
                "?provider=A%20S&instance_type=p4d&hours=1|/query/provider is none",
                "?provider=nowhere&instance_type=p4d&hours=1|/query/provider offers nothing; there are",
                "?provider=aws&instance_type=p4dd&hours=1|/query/instance_type is not offered by aws; did you mean p4d?",
                "?provider=aws&instance_type=p4d&hours=1&region=mars|/query/region does not offer the instance; there are eu-west-1",
                "?provider=hetzner&instance_type=ccx13&hours=1|/query/instance_type has no spot price",
                "?provider=aws&instance_type=p4d&hours=1&colour=red|/query/colour"
            })
    void what_is_wrong_is_named(String query, String words) {
        Reply reply = api.client.ask(SPOT + query);
        assertEquals(422, reply.status());
        assertTrue(reply.errors().contains(words), reply.body());
    }
}
