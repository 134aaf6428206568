package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.domain.fixture.Workloads;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecommendTest {
    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_workload_gets_a_ranked_and_costed_answer_that_can_be_looked_up() {
        Reply reply = api.client.recommend(Map.of("workload", Workloads.lora7bFields(), "top_n", 3, "job_id", "job-1"));
        assertEquals(200, reply.status(), reply.body());
        JsonNode answer = reply.json();
        assertEquals(3, answer.get("recommendations").size());
        assertEquals(1, answer.at("/recommendations/0/rank").asInt());
        assertTrue(answer.get("model_version").isNull());
        assertEquals("heuristic", answer.get("mode").asString());
        assertEquals(
                api.catalog.current().snapshot().id(),
                answer.get("catalog_snapshot_id").asString());

        Reply found = api.client.ask(recommendation(answer));
        assertEquals(200, found.status());
        assertEquals("job-1", found.json().get("job_id").asString());
        assertEquals("lora", found.json().at("/workload/method").asString());
        assertEquals(1, found.json().at("/constraints/max_nodes").asInt());
        answer.properties()
                .forEach(field -> assertEquals(field.getValue(), found.json().get(field.getKey()), field.getKey()));
    }

    @Test
    void feature_vectors_are_shown_by_name_where_asked_for_and_missing_values_are_null() {
        JsonNode answer = api.client
                .recommend(Map.of("workload", Workloads.lora7bFields()))
                .json();
        assertFalse(answer.at("/recommendations/0").has("features"));
        JsonNode features =
                api.client.ask(recommendation(answer) + "?features=true").json().at("/recommendations/0/features");
        assertEquals(34, features.size());
        assertEquals(50, features.get("dataset_size_gb").asInt());
        assertTrue(features.get("estimated_hours").isNull(), features::toString);
    }

    @Test
    void numbers_are_written_without_exponents_and_whole_ones_without_fractions() {
        Reply reply = api.client.recommend(Map.of(
                "workload",
                Workloads.trees().equals(Workloads.trees())
                        ? Map.of(
                                "dataset_size_gb",
                                20,
                                "model_params_m",
                                0,
                                "framework",
                                "xgboost",
                                "gpu_required",
                                false)
                        : Map.of(),
                "top_n",
                100));
        assertEquals(200, reply.status(), reply.body());
        assertFalse(
                Pattern.compile("[:,\\[]-?\\d+\\.0[,}\\]]")
                        .matcher(reply.body())
                        .find(),
                reply.body());
        assertFalse(Pattern.compile("_eur\":[^,}]*[eE]").matcher(reply.body()).find(), reply.body());
        assertFalse(
                Pattern.compile("_eur\":\\d+\\.\\d{7}").matcher(reply.body()).find(), reply.body());
    }

    @Test
    void an_impossible_question_names_the_reasons_and_the_nearest_misses() {
        Reply reply = api.client.recommend(
                Map.of("workload", Workloads.lora7bFields(), "constraints", Map.of("max_price_per_hour_eur", 0.001)));
        assertEquals("no-feasible-offer", reply.slug());
        assertEquals(422, reply.status());
        assertTrue(reply.json().get("rejected").size() > 0);
        assertTrue(reply.json().get("nearest_misses").size() > 0);
        assertTrue(reply.json().get("total_considered").asInt() > 0);
    }

    @Test
    void a_mode_that_needs_a_model_is_refused_while_there_is_none() {
        for (String mode : new String[] {"ltr", "hybrid"}) {
            Reply reply = api.client.recommend(Map.of("workload", Workloads.lora7bFields(), "mode", mode));
            assertEquals(409, reply.status());
            assertEquals("model-not-available", reply.slug());
        }
    }

    @Test
    void a_second_recommendation_for_a_job_names_the_first() {
        var question = Map.of("workload", Workloads.lora7bFields(), "job_id", "job-1");
        String first =
                api.client.recommend(question).json().get("recommendation_id").asString();
        Reply second = api.client.recommend(question);
        assertEquals(409, second.status());
        assertEquals("conflict", second.slug());
        assertEquals(first, second.json().get("existing_recommendation_id").asString());
    }

    @Test
    void every_mistake_of_a_question_is_told_at_once() {
        var workload = new HashMap<>(Workloads.lora7bFields());
        workload.put("batch_size", 0);
        workload.put("framwork", "pytorch");
        workload.remove("framework");
        Reply reply = api.client.recommend(Map.of("workload", workload, "top_n", 101, "goal", "speed"));
        assertEquals(422, reply.status());
        assertEquals("invalid-request", reply.slug());
        String errors = reply.errors();
        assertTrue(errors.contains("/workload/batch_size "), errors);
        assertTrue(errors.contains("/workload/framwork is not a known field; did you mean framework?"), errors);
        assertTrue(errors.contains("/workload/framework is required"), errors);
        assertTrue(errors.contains("/top_n must be between 1 and 100"), errors);
        assertTrue(errors.contains("/goal must be one of"), errors);
    }

    @Test
    void without_the_store_unkept_questions_are_answered_and_others_are_told_when_to_come_back() {
        api.log.away = true;
        Reply kept = api.client.recommend(Map.of("workload", Workloads.lora7bFields()));
        assertEquals(503, kept.status());
        assertEquals("unavailable", kept.slug());
        assertEquals("5", kept.header("Retry-After"));
        assertEquals(503, api.client.ask(ContractClient.BASE + "/history").status());
        Reply unkept = api.client.recommend(Map.of("workload", Workloads.lora7bFields(), "persist", false));
        assertEquals(200, unkept.status());
    }

    @Test
    void a_failure_inside_is_named_by_its_correlation_id_and_nothing_else() {
        api.log.broken = true;
        Reply reply = api.client.recommend(Map.of("workload", Workloads.lora7bFields()));
        assertEquals(500, reply.status());
        assertEquals("internal", reply.slug());
        assertFalse(reply.body().contains("secret"), reply.body());
        assertFalse(reply.body().contains("Exception"), reply.body());
    }

    @Test
    void an_unknown_recommendation_is_not_found_and_a_name_that_is_no_uuid_is_invalid() {
        String base = ContractClient.BASE + "/recommendations/";
        Reply unknown = api.client.ask(base + "123e4567-e89b-12d3-a456-426614174000");
        assertEquals("not-found", unknown.slug());
        assertEquals(404, unknown.status());
        for (String garbage :
                new String[] {"1-1-1-1-1", "null", "%27%20or%201=1", "123e4567e89b12d3a456426614174000"}) {
            Reply reply = api.client.ask(base + garbage);
            assertEquals(422, reply.status(), garbage);
            assertTrue(reply.errors().startsWith("/path/id "), reply.body());
        }
    }

    private static String recommendation(JsonNode answer) {
        return ContractClient.BASE + "/recommendations/"
                + answer.get("recommendation_id").asString();
    }
}
