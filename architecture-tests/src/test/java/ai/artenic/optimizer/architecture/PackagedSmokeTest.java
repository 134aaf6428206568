package ai.artenic.optimizer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What only shows when the modules are on the module path: a missing `requires`, `opens` or `provides`.
class PackagedSmokeTest {
    private static final String QUESTION = """
            {"workload": {"dataset_size_gb": 50, "model_params_m": 7000, "framework": "pytorch", "gpu_required": true,
              "precision": "bf16", "method": "lora"}, "top_n": 3}""";

    @TempDir
    Path scratch;

    @Test
    void it_serves_from_memory_and_stops_in_good_order() throws Exception {
        try (var program = new PackagedProgram(scratch, "serve", "--port", "0", "--store", "memory").awaitListening()) {
            assertEquals("up", program.get("/health/ready").get("status").asString());
            assertThreeAreRanked(program.post("/api/v1/optimizer/recommend", QUESTION));
            assertTrue(program.get("/openapi.json").has("paths"));

            assertEquals(0, program.stop(), program::errors);
        }
    }

    @Test
    void the_embedded_store_keeps_what_was_answered_over_a_restart() throws Exception {
        String data = scratch.resolve("data").toString();
        String[] serve = {"serve", "--port", "0", "--data-dir", data};
        JsonNode answered;
        try (var program = new PackagedProgram(scratch, serve).awaitListening()) {
            assertEquals("up", program.get("/health/ready").get("status").asString());
            answered = program.post("/api/v1/optimizer/recommend", QUESTION);
            assertThreeAreRanked(answered);
            assertEquals(0, program.stop(), program::errors);
        }
        try (var program = new PackagedProgram(scratch, serve).awaitListening()) {
            JsonNode kept = program.get("/api/v1/optimizer/recommendations/"
                    + answered.get("recommendation_id").asString());

            assertEquals(answered.get("recommendations"), kept.get("recommendations"));
            assertEquals(0, program.stop(), program::errors);
        }
    }

    @Test
    void a_second_service_on_one_data_directory_cannot_start() throws Exception {
        String data = scratch.resolve("data").toString();
        String[] serve = {"serve", "--port", "0", "--data-dir", data};
        try (var first = new PackagedProgram(scratch, serve).awaitListening();
                var second = new PackagedProgram(scratch, serve)) {
            assertEquals(4, second.exitCode());
            assertTrue(second.errors().contains("is in use by process "), second::errors);
            assertEquals(0, first.stop(), first::errors);
        }
    }

    @Test
    void the_command_line_answers_at_once() throws Exception {
        try (var program = new PackagedProgram(
                scratch,
                "recommend",
                "--framework",
                "pytorch",
                "--model-params-m",
                "7000",
                "--dataset-size-gb",
                "50",
                "--gpu")) {
            String printed = program.printed();

            assertEquals(0, program.exitCode(), program::errors);
            assertTrue(printed.contains("EUR"), printed);
        }
    }

    @Test
    void wrong_flags_are_exit_code_2() throws Exception {
        try (var program = new PackagedProgram(scratch, "recommend", "--framework", "abacus")) {
            assertEquals(2, program.exitCode());
            assertTrue(program.errors().contains("--framework must be one of"), program::errors);
        }
    }

    private static void assertThreeAreRanked(JsonNode answer) {
        assertEquals(3, answer.get("recommendations").size());
        double previous = Double.POSITIVE_INFINITY;
        for (JsonNode ranked : answer.get("recommendations")) {
            double score = ranked.get("score").asDouble();
            assertTrue(score <= previous, "scores must fall");
            assertTrue(ranked.get("estimated_cost_eur").get("expected").asDouble() > 0);
            previous = score;
        }
    }
}
