package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.domain.fixture.Workloads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutcomeTest {
    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    static Map<String, Object> outcome(String job, Map<String, ?> changes) {
        var fields = new HashMap<String, Object>(Map.of(
                "job_id",
                job,
                "workload",
                Workloads.lora7bFields(),
                "provider",
                "aws",
                "instance_type",
                "p4d",
                "is_spot",
                false,
                "actual_duration_hours",
                2,
                "actual_cost_eur",
                60,
                "success",
                true));
        fields.putAll(changes);
        fields.values().removeIf(""::equals);
        return fields;
    }

    private Reply post(Map<String, ?> body) {
        return api.client.post("/outcomes", JsonMapper.shared().writeValueAsBytes(body));
    }

    private JsonNode recommended() {
        return api.client
                .recommend(Map.of("workload", Workloads.lora7bFields()))
                .json();
    }

    private Map<String, Object> following(JsonNode recommendation, String job, double times) {
        JsonNode first = recommendation.at("/recommendations/0");
        var changes = new HashMap<String, Object>();
        changes.put("recommendation_id", recommendation.get("recommendation_id").asString());
        changes.put("workload", "");
        changes.put("provider", first.get("provider").asString());
        changes.put("instance_type", first.get("instance_type").asString());
        changes.put("is_spot", first.get("is_spot").asBoolean());
        changes.put(
                "actual_duration_hours",
                times * first.at("/estimated_hours/expected").asDouble());
        changes.put("actual_cost_eur", 0.01);
        return outcome(job, changes);
    }

    @Test
    void a_job_that_followed_a_recommendation_is_judged_by_its_frozen_prediction() {
        JsonNode recommendation = recommended();
        int[] labels = {4, 3, 2, 1};
        double[] times = {0.9, 1.4, 1.9, 2.1};
        for (int i = 0; i < labels.length; i++) {
            Reply reply = post(following(recommendation, "job-" + i, times[i]));
            assertEquals(201, reply.status(), reply.body());
            assertEquals(labels[i], reply.json().get("relevance_label").asInt(), reply.body());
            assertEquals(0, reply.json().get("notes").size(), reply.body());
            assertEquals("not_due", reply.json().get("retrain").asString());
        }
        assertEquals(4, api.calibrations.newest(10).size());
    }

    @Test
    void a_recommendation_and_the_history_show_what_became_of_it() {
        JsonNode followed = recommended();
        JsonNode alone = recommended();
        post(following(followed, "followed", 1.2));
        String path = ContractClient.BASE + "/recommendations/";
        String id = followed.get("recommendation_id").asString();
        JsonNode outcome = api.client.ask(path + id).json().get("outcome");
        assertEquals("followed", outcome.get("job_id").asString());
        assertEquals(3, outcome.get("relevance_label").asInt());
        String other = alone.get("recommendation_id").asString();
        assertTrue(api.client.ask(path + other).json().get("outcome").isNull());
        assertEquals(List.of(id), history("?has_outcome=true"));
        assertEquals(List.of(other), history("?has_outcome=false"));
        assertEquals(List.of(other, id), history(""));
        assertEquals(
                "followed",
                api.client
                        .ask(ContractClient.BASE + "/history?has_outcome=true")
                        .json()
                        .at("/items/0/outcome/job_id")
                        .asString());
    }

    private List<String> history(String query) {
        var ids = new ArrayList<String>();
        api.client
                .ask(ContractClient.BASE + "/history" + query)
                .json()
                .get("items")
                .forEach(item -> ids.add(item.get("recommendation_id").asString()));
        return ids;
    }

    @Test
    void the_same_a_thousand_times_from_sixteen_threads_is_one_outcome_and_all_answers_are_alike() throws Exception {
        Map<String, Object> body = outcome("again", Map.of());
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                calls.add(() -> post(body));
            }
            int created = 0;
            String first = post(body).body();
            for (var call : threads.invokeAll(calls)) {
                assertEquals(first, call.get().body());
                created += call.get().status() == 201 ? 1 : 0;
            }
            assertEquals(0, created);
        }
        assertEquals(1, api.outcomes.kept.counts().outcomes());
        assertEquals(1, api.outcomes.kept.counts().samples());
    }

    @Test
    void another_outcome_of_the_job_is_refused_with_what_is_kept() {
        post(outcome("job", Map.of()));
        Reply reply = post(outcome("job", Map.of("actual_cost_eur", 61, "region", "eu-west-1")));
        assertEquals(409, reply.status());
        assertEquals("conflict", reply.slug());
        assertTrue(reply.json().get("detail").asString().endsWith("differs in actual_cost_eur, region"), reply.body());
        assertEquals(60, reply.json().at("/existing_outcome/actual_cost_eur").asInt());
        assertEquals(200, post(outcome("job", Map.of())).status());
    }

    @Test
    void an_unknown_recommendation_is_not_found() {
        Reply reply = post(outcome("job", Map.of("recommendation_id", "123e4567-e89b-12d3-a456-426614174000")));
        assertEquals(404, reply.status());
        assertEquals("not-found", reply.slug());
        assertTrue(reply.json().get("detail").asString().contains("123e4567"), reply.body());
        assertEquals(0, api.outcomes.kept.counts().outcomes());
    }

    @Test
    void an_instance_that_was_never_offered_is_accepted_with_a_note_and_without_a_label() {
        Reply reply = post(outcome("job", Map.of("instance_type", "never-offered")));
        assertEquals(201, reply.status());
        assertTrue(reply.json().get("relevance_label").isNull());
        assertEquals(
                "the catalogue does not list aws/never-offered",
                reply.json().at("/notes/0").asString());
        assertEquals(4, reply.json().get("regret_label").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "workload, '', /workload is required where there is no recommendation_id",
        "actual_duration_hours, -1, '/actual_duration_hours must be between 0 and 1000000, was -1'",
        "actual_cost_eur, NaN, '/actual_cost_eur must be a number, was \"NaN\"'",
        "completed_at, 2099-01-01T00:00:00Z, '/completed_at must not lie in the future, was 2099-01-01T00:00:00Z'",
        "failure_kind, oom, /failure_kind must be absent where success is true",
        "recommendation_id, 7, '/recommendation_id must be a string, was 7'",
    })
    void bad_values_are_refused_by_name(String field, String value, String error) {
        Object typed = value.matches("-?[0-9]+") ? Integer.valueOf(value) : value;
        Reply reply = post(outcome("job", Map.of(field, typed)));
        assertEquals(422, reply.status(), reply.body());
        assertTrue(reply.errors().contains(error), reply.errors());
    }

    @Test
    void a_bare_nan_is_no_json_and_all_mistakes_are_told_at_once() {
        Reply bare = api.client.post("/outcomes", "{\"job_id\": \"a\", \"actual_cost_eur\": NaN}");
        assertEquals("malformed-json", bare.slug());
        Reply reply = api.client.post("/outcomes", "{\"job_idd\": \"a\", \"actual_cost_eur\": -1}");
        for (String error : List.of(
                "/job_id is required",
                "/workload is required",
                "/provider is required",
                "/instance_type is required",
                "/is_spot is required",
                "/success is required",
                "/actual_cost_eur must be",
                "/job_idd is not a known field; did you mean job_id?")) {
            assertTrue(reply.errors().contains(error), error + " in " + reply.errors());
        }
    }

    @Test
    void a_store_that_is_away_is_told_as_such() {
        api.outcomes.writesBeforeAway = 0;
        Reply reply = post(outcome("job", Map.of()));
        assertEquals(503, reply.status());
        assertEquals("5", reply.header("Retry-After"));
    }

    @Test
    void outcomes_are_listed_page_by_page_newest_first() {
        for (int i = 0; i < 7; i++) {
            Map<String, Object> kind = i % 2 == 0 ? Map.of() : Map.of("success", false, "failure_kind", "oom");
            assertEquals(201, post(outcome("job-" + i, kind)).status());
        }
        assertEquals("job-6 job-5 job-4 job-3 job-2 job-1 job-0", jobs("?limit=3"));
        assertEquals("job-5 job-3 job-1", jobs("?success=false&limit=1"));
        assertEquals("", jobs("?provider=gcp"));
        assertEquals("", jobs("?until=2000-01-01T00:00:00Z"));
        assertEquals("", jobs("?recommendation_id=123e4567-e89b-12d3-a456-426614174000"));
        assertEquals("job-6", jobs("?since=2000-01-01T00:00:00Z").split(" ")[0]);
        String list = ContractClient.BASE + "/outcomes";
        assertEquals(422, api.client.ask(list + "?recommendation_id=x").status());
        String cursor =
                api.client.ask(list + "?limit=3").json().get("next_cursor").asString();
        assertEquals(
                422, api.client.ask(list + "?success=true&cursor=" + cursor).status());
    }

    private String jobs(String query) {
        var jobs = new ArrayList<String>();
        String next = "";
        do {
            JsonNode page = api.client
                    .ask(ContractClient.BASE + "/outcomes" + query + next)
                    .json();
            page.get("items").forEach(item -> jobs.add(item.get("job_id").asString()));
            next = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (!next.isEmpty());
        return String.join(" ", jobs);
    }
}
