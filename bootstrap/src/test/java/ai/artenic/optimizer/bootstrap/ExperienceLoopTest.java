package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.Replica.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A query group's own runs correct its next recommendation, end to end: HTTP and PostgreSQL, both real.
class ExperienceLoopTest {
    private static final String STATUS = "/api/v1/optimizer/status";
    private static final int OURS = 7_000;
    /// Of another query group and another class of workloads.
    private static final int UNRELATED = 350;

    @TempDir
    Path folder;

    private SharedDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = SharedDatabase.open(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Replica replica() throws Exception {
        return Replica.on(database.url(), Map.of());
    }

    private static JsonNode ask(Replica replica, int paramsM) throws Exception {
        return ask(replica, paramsM, false);
    }

    private static JsonNode ask(Replica replica, int paramsM, boolean persist) throws Exception {
        Reply reply = replica.post("/recommend", """
                {"workload": {"dataset_size_gb": 50, "model_params_m": %d, "framework": "pytorch",
                  "gpu_required": true, "precision": "bf16", "method": "lora"}, "top_n": 100, "persist": %s,
                  "constraints": {"providers": ["lambda_labs", "verda"], "allow_spot": false}}
                """.formatted(paramsM, persist));
        assertEquals(200, reply.status(), () -> reply.json().toString());
        return reply.json();
    }

    /// Two jobs where the recommendation had its first choice, each at so many times the expected hours and cost.
    private static void report(Replica replica, JsonNode recommendation, double ratio) throws Exception {
        JsonNode first = recommendation.at("/recommendations/0");
        for (int job = 0; job < 2; job++) {
            Reply reply = replica.post("/outcomes", """
                    {"job_id": "%s", "recommendation_id": "%s", "provider": "%s", "instance_type": "%s",
                      "region": "%s", "is_spot": %s, "node_count": %d, "actual_duration_hours": %s,
                      "actual_cost_eur": %s, "success": true}
                    """.formatted(
                            UUID.randomUUID(),
                            recommendation.get("recommendation_id").asString(),
                            first.get("provider").asString(),
                            first.get("instance_type").asString(),
                            first.get("region").asString(),
                            first.get("is_spot").asBoolean(),
                            first.get("node_count").asInt(),
                            ratio * hours(first),
                            ratio * first.at("/estimated_cost_eur/expected").asDouble()));
            assertEquals(201, reply.status(), () -> reply.json().toString());
        }
    }

    private static double hours(JsonNode candidate) {
        return candidate.at("/estimated_hours/expected").requireNonNull().asDouble();
    }

    private static String place(JsonNode candidate) {
        return String.join(
                " ",
                candidate.get("provider").asString(),
                candidate.get("instance_type").asString(),
                candidate.get("region").asString(),
                candidate.get("is_spot").asString(),
                candidate.get("node_count").asString());
    }

    private static List<String> order(JsonNode recommendation) {
        return recommendation
                .get("recommendations")
                .valueStream()
                .map(ExperienceLoopTest::place)
                .toList();
    }

    private static void awaitRuns(Replica replica, int runs) throws Exception {
        replica.await(STATUS, status -> status.get("experience_runs").asInt() == runs);
        replica.await(
                "/api/v1/optimizer/metrics",
                metrics -> metrics.at("/calibration/0/n").asInt() == runs);
    }

    private static JsonNode same(JsonNode recommendation) {
        return recommendation.get("recommendations");
    }

    @Test
    void jobs_that_took_three_times_as_long_as_predicted_change_their_groups_next_answer_on_every_replica()
            throws Exception {
        JsonNode after;
        try (Replica first = replica();
                Replica second = replica()) {
            JsonNode before = ask(first, OURS, true);
            JsonNode unrelated = ask(first, UNRELATED);
            report(first, before, 3);
            awaitRuns(first, 2);
            awaitRuns(second, 2);
            after = ask(first, OURS);
            assertCorrected(before, after);
            assertEquals(same(after), same(ask(second, OURS)));
            assertEquals(same(unrelated), same(ask(first, UNRELATED)));
            assertEquals(1, second.status().get("experience_groups").asInt());
        }
        try (Replica restarted = replica()) {
            assertEquals(same(after), same(ask(restarted, OURS)));
        }
    }

    /// Where the first choice of the one stands in the other.
    private static JsonNode there(JsonNode before, JsonNode after) {
        return after.get("recommendations")
                .valueStream()
                .filter(candidate -> place(candidate).equals(place(before.at("/recommendations/0"))))
                .findFirst()
                .orElseThrow();
    }

    private static void assertCorrected(JsonNode before, JsonNode after) {
        JsonNode tried = before.at("/recommendations/0");
        JsonNode again = there(before, after);
        assertEquals(3, hours(again) / hours(tried), 0.05, "calibration and experience together");
        assertNotEquals(order(before), order(after));
        String words = again.get("explanation").toString();
        assertTrue(words.contains("from 2 runs of alike workloads"), words);
        assertFalse(tried.get("explanation").toString().contains("alike workloads"));
        for (JsonNode candidate : after.get("recommendations")) {
            JsonNode hours = candidate.get("estimated_hours");
            assertTrue(
                    hours.get("low").asDouble() <= hours(candidate)
                            && hours(candidate) <= hours.get("high").asDouble(),
                    candidate.toString());
        }
    }

    @Test
    void what_is_reported_again_and_again_is_not_overdone() throws Exception {
        try (Replica replica = replica()) {
            JsonNode before = ask(replica, OURS, true);
            for (int round = 1; round <= 3; round++) {
                report(replica, before, 3);
                awaitRuns(replica, 2 * round);
                JsonNode there = there(before, ask(replica, OURS));
                assertEquals(3, hours(there) / hours(before.at("/recommendations/0")), 0.05, "round " + round);
            }
        }
    }
}
