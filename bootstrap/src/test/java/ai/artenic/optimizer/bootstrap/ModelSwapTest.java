package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.artenic.optimizer.bootstrap.Replica.Reply;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Models promoted and rolled back while requests come in.
class ModelSwapTest {
    private static final String STATUS = "/api/v1/optimizer/status";
    private static final Map<ConfigKey, String> SETTINGS = Map.of(
            ConfigKey.LTR_PROMOTION, "always",
            ConfigKey.LTR_MIN_SAMPLES, Integer.toString(Experience.OUTCOMES),
            ConfigKey.LTR_RETRAIN_AFTER, "1000000");
    private static final int SWAPS = 6;
    private static final int CALLERS_OF_EACH = 2;

    @TempDir
    Path folder;

    /// The scored lists that were answered under each version.
    private final Map<String, Set<JsonNode>> lists = new ConcurrentHashMap<>();

    private static String version(JsonNode answer) {
        return answer.at("/model/version").asString("");
    }

    private static String trained(Replica replica, Set<String> known) throws Exception {
        return version(replica.await(STATUS, answer -> !version(answer).isEmpty() && !known.contains(version(answer))));
    }

    /// Two models of opposite tastes, from a replica that is gone then: those that start later begin with the
    /// calibration of all outcomes, so that nothing but the model changes their answers.
    private static List<String> models(SharedDatabase database) throws Exception {
        try (Replica replica = Replica.with(database.url(), SETTINGS)) {
            List<Recommendation> recommendations = new Experience(database).ask(replica);
            Experience.report(replica, "-", recommendations, Experience::byVcpus);
            String first = trained(replica, Set.of());
            Experience.report(replica, "+", recommendations, candidate -> 1 / Experience.byVcpus(candidate));
            assertEquals(202, replica.post("/retrain", "{\"force\": true}").status());
            return List.of(first, trained(replica, Set.of(first)));
        }
    }

    private int ask(Replica replica, AtomicBoolean isOver) throws Exception {
        int answers = 0;
        while (!isOver.get()) {
            Reply reply = replica.post("/recommend", Experience.question("ltr"));
            assertEquals(200, reply.status(), () -> reply.json().toString());
            lists.computeIfAbsent(reply.json().get("model_version").asString(), _ -> ConcurrentHashMap.newKeySet())
                    .add(reply.json().get("recommendations"));
            answers++;
        }
        return answers;
    }

    @Test
    void no_request_fails_and_each_answer_is_the_one_of_the_version_it_names() throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"))) {
            swapUnderLoad(database, models(database));
        }
    }

    private void swapUnderLoad(SharedDatabase database, List<String> versions) throws Exception {
        try (Replica first = Replica.with(database.url(), SETTINGS);
                Replica second = Replica.with(database.url(), SETTINGS);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await(first, second, versions.getLast());
            var isOver = new AtomicBoolean();
            var callers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CALLERS_OF_EACH; i++) {
                callers.add(threads.submit(() -> ask(first, isOver)));
                callers.add(threads.submit(() -> ask(second, isOver)));
            }
            try {
                swap(first, second, versions);
            } finally {
                isOver.set(true);
            }
            int answers = 0;
            for (Future<Integer> caller : callers) {
                answers += caller.get();
            }
            assertEquals(Set.copyOf(versions), lists.keySet(), answers + " answers");
            lists.forEach((version, answered) -> assertEquals(1, answered.size(), version));
            assertNotEquals(lists.get(versions.getFirst()), lists.get(versions.getLast()));
        }
    }

    private static void swap(Replica first, Replica second, List<String> versions) throws Exception {
        for (int i = 0; i < SWAPS; i++) {
            String version = versions.get(i % 2);
            Replica asked = i % 3 == 0 ? second : first;
            assertEquals(200, asked.post("/models/" + version + "/promote", "").status());
            await(first, second, version);
        }
    }

    private static void await(Replica first, Replica second, String version) throws Exception {
        for (Replica replica : List.of(first, second)) {
            while (!version.equals(replica.post("/recommend", Experience.question("ltr"))
                    .json()
                    .path("model_version")
                    .asString(""))) {
                Thread.onSpinWait();
            }
        }
    }
}
