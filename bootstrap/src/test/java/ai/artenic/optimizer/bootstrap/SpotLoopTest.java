package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.Replica.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What jobs lost on spot nodes moves what spot candidates are expected to take, end to end: HTTP
/// and PostgreSQL, both real.
class SpotLoopTest {
    @TempDir
    Path folder;

    private static JsonNode ask(Replica replica, boolean persist) throws Exception {
        Reply reply = replica.post("/recommend", """
                {"workload": {"dataset_size_gb": 50, "model_params_m": 7000, "framework": "pytorch", "gpu_required": true,
                  "precision": "bf16", "method": "lora", "checkpointing": true}, "top_n": 100,
                  "persist": %s, "constraints": {"providers": ["runpod"]}}""".formatted(persist));
        assertEquals(200, reply.status(), () -> reply.json().toString());
        return reply.json();
    }

    /// Another kind of job lost its node five times in ten hours.
    private static void lose(Replica replica, JsonNode spot) throws Exception {
        Reply reply = replica.post(
                "/outcomes", """
                {"job_id": "%s", "workload": {"dataset_size_gb": 1, "model_params_m": 1, "framework": "xgboost",
                  "gpu_required": false}, "provider": "runpod",
                  "instance_type": "%s", "region": "%s", "is_spot": true, "actual_duration_hours": 10,
                  "actual_cost_eur": 5, "success": true, "preempted": true, "preemption_count": 5}
                """.formatted(UUID.randomUUID(), text(spot, "instance_type"), text(spot, "region")));
        assertEquals(201, reply.status(), () -> reply.json().toString());
    }

    private static String text(JsonNode candidate, String field) {
        return candidate.get(field).asString();
    }

    private static List<JsonNode> spot(JsonNode recommendation) {
        return recommendation
                .get("recommendations")
                .valueStream()
                .filter(candidate -> candidate.get("is_spot").asBoolean())
                .toList();
    }

    private static double hours(List<JsonNode> candidates, String type) {
        return candidates.stream()
                .filter(candidate -> text(candidate, "instance_type").equals(type))
                .mapToDouble(
                        candidate -> candidate.at("/estimated_hours/expected").asDouble())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_type_that_was_taken_back_often_is_expected_to_take_longer_on_every_replica_and_replays_identically()
            throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"));
                Replica first = Replica.on(database.url(), Map.of());
                Replica second = Replica.on(database.url(), Map.of())) {
            List<JsonNode> before = spot(ask(first, false));
            JsonNode lost = before.getFirst();
            String type = text(lost, "instance_type");
            lose(first, lost);
            for (Replica replica : List.of(first, second)) {
                JsonNode after = Replica.await(
                        () -> ask(replica, false), answer -> hours(spot(answer), type) > 1.05 * hours(before, type));
                assertEquals(hours(spot(ask(first, false)), type), hours(spot(after), type), "replicas agree");
            }
            JsonNode kept = ask(first, true);
            JsonNode replayed =
                    first.get("/api/v1/optimizer/recommendations/" + text(kept, "recommendation_id") + "/replay");
            assertTrue(replayed.path("identical").asBoolean(false), replayed::toString);
        }
    }
}
