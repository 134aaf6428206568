package ai.artenic.optimizer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The packaged program killed while outcomes come in over HTTP, and started again on what it left: all that was
/// acknowledged is there, and nothing is there twice.
class PackagedCrashTest {
    private static final String OUTCOMES = "/api/v1/optimizer/outcomes";
    private static final String OUTCOME = """
            {"job_id": "%s", "workload": {"dataset_size_gb": 1, "model_params_m": 7, "framework": "pytorch", \
            "gpu_required": true}, "provider": "aws", "instance_type": "p4d.24xlarge", "is_spot": false, \
            "actual_duration_hours": 1, "actual_cost_eur": 2, "success": true}""";
    private static final int CALLERS = 8;
    private static final int ROUNDS = 3;
    private static final int LINES = 20_000;
    private static final int PAGE = 500;

    @TempDir
    Path scratch;

    private Path config;

    @BeforeEach
    void turnTrainingsOff() throws IOException {
        config = Files.writeString(scratch.resolve("optimizer.properties"), "ltr.min-samples=1000000");
    }

    private PackagedProgram started() throws IOException {
        String data = scratch.resolve("data").toString();
        return new PackagedProgram(scratch, "serve", "--port", "0", "--data-dir", data, "--config", config.toString())
                .awaitListening();
    }

    /// The jobs of all outcomes there are, newest first.
    private static List<String> kept(PackagedProgram program) throws Exception {
        var jobs = new ArrayList<String>();
        String page = OUTCOMES + "?limit=" + PAGE;
        for (JsonNode cursor = null; cursor == null || !cursor.isNull(); ) {
            JsonNode answer = program.get(cursor == null ? page : page + "&cursor=" + cursor.asString());
            answer.get("items").forEach(item -> jobs.add(item.get("job_id").asString()));
            cursor = answer.get("next_cursor");
        }
        return jobs;
    }

    private static void assertOnceEach(List<String> kept, PackagedProgram program) throws Exception {
        assertEquals(kept.size(), new HashSet<>(kept).size(), "an outcome is there twice");
        JsonNode status = program.get("/api/v1/optimizer/status");
        assertEquals(kept.size(), status.get("outcome_count").asInt());
        assertEquals(kept.size(), status.get("sample_count").asInt());
    }

    private static long outcomes(PackagedProgram program) throws Exception {
        return program.get("/api/v1/optimizer/status").get("outcome_count").asLong();
    }

    /// Reports until the program is gone.
    private static boolean report(PackagedProgram program, String prefix, Set<String> acknowledged) throws Exception {
        try {
            for (int i = 0; ; i++) {
                assertEquals(201, program.status(OUTCOMES, OUTCOME.formatted(prefix + i)));
                acknowledged.add(prefix + i);
            }
        } catch (IOException killed) {
            return true;
        }
    }

    @Test
    void outcomes_acknowledged_to_many_callers_before_a_kill_are_all_there_after_it_and_none_twice() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < ROUNDS; round++) {
            try (PackagedProgram program = started();
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                int before = acknowledged.size();
                String prefix = "round-" + round + "-";
                List<Future<Boolean>> callers = IntStream.range(0, CALLERS)
                        .mapToObj(caller -> threads.submit(reporting(program, prefix + caller + "-", acknowledged)))
                        .toList();
                while (acknowledged.size() < before + 150 + 73 * round) {
                    Thread.onSpinWait();
                }
                program.kill();
                for (Future<Boolean> caller : callers) {
                    assertTrue(caller.get());
                }
            }
        }
        try (PackagedProgram program = started()) {
            List<String> kept = kept(program);
            assertTrue(kept.containsAll(acknowledged), "an acknowledged outcome is lost");
            assertOnceEach(kept, program);
            for (String job : acknowledged.stream().limit(100).toList()) {
                assertEquals(200, program.status(OUTCOMES, OUTCOME.formatted(job)), job);
            }
            assertEquals(0, program.stop(), program::errors);
        }
    }

    private static Callable<Boolean> reporting(PackagedProgram program, String prefix, Set<String> acknowledged) {
        return () -> report(program, prefix, acknowledged);
    }

    @Test
    void a_file_whose_import_was_killed_half_way_is_whole_and_nothing_twice_once_it_is_imported_again()
            throws Exception {
        Path file = Files.write(
                scratch.resolve("outcomes.ndjson"),
                IntStream.range(0, LINES)
                        .mapToObj(line -> OUTCOME.formatted("line-" + line))
                        .toList());
        try (PackagedProgram program = started();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertEquals(201, program.status(OUTCOMES, OUTCOME.formatted("before")));
            Future<JsonNode> importing = threads.submit(() -> program.postLines(OUTCOMES + "/import", file));
            while (outcomes(program) < LINES / 8) {
                Thread.onSpinWait();
            }
            program.kill();
            var killed = assertThrows(ExecutionException.class, importing::get);
            assertTrue(killed.getCause() instanceof IOException, killed::toString);
        }
        try (PackagedProgram program = started()) {
            List<String> kept = kept(program);
            assertOnceEach(kept, program);
            assertEquals("before", kept.getLast());
            assertTrue(kept.size() > LINES / 8 && kept.size() < LINES, () -> kept.size() + " kept");

            JsonNode again = program.postLines(OUTCOMES + "/import", file);
            assertEquals(LINES + 1 - kept.size(), again.get("accepted").asInt());
            assertEquals(kept.size() - 1, again.get("duplicates").asInt());
            assertEquals(0, again.get("rejected_total").asInt());
            List<String> all = kept(program);
            assertEquals(LINES + 1, all.size());
            assertOnceEach(all, program);
            assertEquals(0, program.stop(), program::errors);
        }
    }
}
