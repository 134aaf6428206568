package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.WorkedExample;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.bootstrap.Replica.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The twelve outcomes of [WorkedExample]: HTTP and PostgreSQL are real.
class WorkedExampleTest {
    @TempDir
    Path folder;

    @Test
    void twelve_outcomes_come_out_as_on_paper() throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"));
                Replica replica = Replica.on(database.url(), Map.of())) {
            RecommendationLog log = database.storage().recommendationLog();
            WorkedExample.recommendations().forEach(each -> log.keep(each, Bases.PLAIN));
            Reply imported = replica.postLines("/outcomes/import", WorkedExample.outcomes());
            assertEquals(
                    12,
                    imported.json().get("accepted").asInt(),
                    () -> imported.json().toString());
            WorkedExample.assertAsOnPaper(path -> {
                JsonNode answer = answer(replica, path);
                return pointer -> answer.at(pointer).asString();
            });
        }
    }

    private static JsonNode answer(Replica replica, String path) {
        try {
            return replica.get("/api/v1/optimizer" + path);
        } catch (Exception e) {
            throw new AssertionError(path + " was not answered", e);
        }
    }
}
