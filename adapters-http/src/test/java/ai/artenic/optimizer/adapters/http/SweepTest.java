package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.domain.fixture.Workloads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepTest {
    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private Reply plan(Map<String, ?> body) {
        return api.client.post("/sweeps/plan", JsonMapper.shared().writeValueAsBytes(body));
    }

    private static Map<String, Object> sweep(Map<String, ?> changes) {
        var body = new HashMap<String, Object>(
                Map.of("workload", Workloads.lora7bFields(), "trials", 12, "max_parallel", 4));
        body.putAll(changes);
        return body;
    }

    @Test
    void a_sweep_gets_plans_cheapest_first_with_hours_and_cost_of_the_whole() {
        Reply reply = plan(sweep(Map.of(
                "pruning", Map.of("kind", "successive_halving", "reduction_factor", 3, "min_epochs", 1), "top_n", 4)));
        assertEquals(200, reply.status(), reply.body());
        JsonNode answer = reply.json();
        assertEquals(4, answer.get("plans").size());
        assertTrue(answer.get("nearest_feasible").isNull());
        assertEquals(
                api.catalog.current().snapshot().id(),
                answer.get("catalog_snapshot_id").asString());
        double before = 0;
        for (JsonNode plan : answer.get("plans")) {
            // of 3 epochs: 12 trials run one, 4 the two others; 3 rounds of one epoch and 1 of two on 4 machines
            double trial = plan.at("/full_trial_hours/expected").asDouble();
            assertEquals(trial * 20 / 3, plan.get("expected_trial_hours").asDouble(), 1e-6 * trial);
            assertEquals(trial * 5 / 3, plan.get("wall_hours").asDouble(), 1e-6 * trial);
            assertEquals(4, plan.get("parallel").asInt());
            double cost = plan.at("/cost_eur/expected").asDouble();
            assertEquals(trial * 20 / 3 * plan.get("price_per_hour_eur").asDouble(), cost, 1e-5 * (1 + cost));
            assertTrue(before <= cost);
            before = cost;
        }
    }

    @Test
    void limits_nothing_keeps_are_answered_with_the_nearest_plan_and_what_was_changed() {
        double three = 3
                * plan(sweep(Map.of("trials", 1)))
                        .json()
                        .at("/plans/0/cost_eur/expected")
                        .asDouble();
        Reply reply = plan(sweep(Map.of("constraints", Map.of("max_cost_eur", three * 1.01))));
        assertEquals(200, reply.status(), reply.body());
        JsonNode answer = reply.json();
        assertEquals(0, answer.get("plans").size());
        assertEquals(3, answer.at("/nearest_feasible/trials").asInt());
        assertEquals(3, answer.at("/nearest_feasible/plan/trials").asInt());
        assertTrue(
                answer.at("/nearest_feasible/changed").asString().startsWith("trials 12 -> 3: budget "), reply.body());
    }

    @Test
    void a_workload_that_fits_no_machine_is_a_problem_with_reasons() {
        Reply reply = plan(sweep(Map.of("constraints", Map.of("providers", List.of("nobody")))));
        assertEquals(422, reply.status());
        assertEquals("no-feasible-offer", reply.slug());
        assertEquals("provider_excluded", reply.json().at("/rejected/0/reason").asString());
    }

    @Test
    void every_mistake_is_told_at_once() {
        var workload = new HashMap<>(Workloads.lora7bFields());
        workload.put("batch_size", 0);
        Reply reply = plan(Map.of(
                "workload",
                workload,
                "trials",
                0,
                "max_paralel",
                2,
                "pruning",
                Map.of("kind", "median", "reduction_factor", 3, "min_epochs", 4)));
        assertEquals(422, reply.status());
        assertEquals("invalid-request", reply.slug());
        for (String error : List.of(
                "/workload/batch_size must be",
                "/trials must be between 1 and 100000, was 0",
                "/max_paralel is not a known field; did you mean max_parallel?",
                "/pruning/reduction_factor means nothing to a pruning of kind median",
                "/pruning/min_epochs must not be more than num_epochs of the workload, which is 3")) {
            assertTrue(reply.errors().contains(error), error + " in " + reply.errors());
        }
        assertFalse(reply.errors().contains("max_parallel must"), reply.errors());
    }
}
