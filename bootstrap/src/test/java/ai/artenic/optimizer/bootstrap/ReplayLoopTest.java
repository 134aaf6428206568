package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Models;
import ai.artenic.optimizer.application.contract.Preferences;
import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.bootstrap.Replica.Reply;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.Promotion;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.ml.lightgbm.LightGbmTrainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers are recomputed to the last bit after all they rest on has changed: HTTP, PostgreSQL and LightGBM, all real.
class ReplayLoopTest {
    private static final String STATUS = "/api/v1/optimizer/status";
    private static final String METRICS = "/api/v1/optimizer/metrics";

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

    private Replica replica(Map<ConfigKey, String> settings) throws Exception {
        return Replica.with(database.url(), settings);
    }

    private static JsonNode recommend(Replica replica, String mode) throws Exception {
        var question = Map.of("workload", Workloads.lora7bFields(), "top_n", 40, "mode", mode);
        Reply reply = replica.post("/recommend", JsonMapper.shared().writeValueAsString(question));
        assertEquals(200, reply.status(), () -> reply.json().toString());
        return reply.json();
    }

    private static JsonNode replay(Replica replica, JsonNode answer) throws Exception {
        return replica.get("/api/v1/optimizer/recommendations/"
                + answer.get("recommendation_id").asString() + "/replay");
    }

    private static void assertIdentical(JsonNode replayed) {
        assertTrue(replayed.path("identical").asBoolean(false), replayed::toString);
    }

    /// A job of the class that took so many times the modelled hours; every replica knows of it once this returns.
    private void observe(Replica replica, String job, double ratio, int known) throws Exception {
        database.storage().calibrationLog().record(Observations.finished(job, ratio));
        replica.await(METRICS, answer -> answer.at("/calibration/0/n").asInt() == known);
    }

    private void promote(Replica replica, String version, long seed) throws Exception {
        var set = Preferences.seeded(FeatureSchema.V2, seed, 40);
        var trained = assertInstanceOf(
                Training.Trained.class, new LightGbmTrainer().train(set, TrainingParameters.forRows(set.rows(), seed)));
        var model = new ModelVersion(Models.accepted(version).card(), trained.model());
        database.storage().modelRegistry().keep(model);
        database.storage().promotions().promote(new Promotion(version, "for this test", Instant.EPOCH));
        replica.await(STATUS, answer -> answer.get("mode").asString().equals("hybrid"));
        replica.await(
                "/api/v1/optimizer/models",
                answer -> answer.at("/items/0/promoted").asBoolean());
    }

    /// Other prices, weights and trials.
    private Map<ConfigKey, String> other() throws Exception {
        Path prices = folder.resolve("prices.csv");
        Files.writeString(prices, """
                provider,instance_type,region,price_per_hour,vcpus,memory_gb,gpu_type,gpu_count,gpu_memory_gb
                here,one,hall-1,1.25,32,256,A100-80GB,1,80
                here,two,hall-1,2.25,64,512,H100,1,80
                """);
        return Map.of(
                ConfigKey.PRICING_OFFERS_FILE,
                prices.toString(),
                ConfigKey.PRICING_OFFERS_ONLY,
                "true",
                ConfigKey.WEIGHT_COST_EFFICIENCY,
                "0.10",
                ConfigKey.WEIGHT_GPU_MATCH,
                "0.60",
                ConfigKey.RANKING_EXPLORATION,
                "0.5");
    }

    @Test
    void answers_replay_identically_after_prices_models_calibration_weights_and_process_have_changed()
            throws Exception {
        JsonNode plain;
        JsonNode ruled;
        JsonNode blended;
        try (Replica replica = replica(Map.of())) {
            plain = recommend(replica, "auto");
            observe(replica, "job-1", 3, 1);
            ruled = recommend(replica, "heuristic");
            promote(replica, "v1", 1);
            blended = recommend(replica, "auto");
            assertEquals("hybrid", blended.get("mode").asString());
            assertEquals("v1", blended.get("model_version").asString());
            assertNotEquals(
                    plain.at("/recommendations/0/estimated_hours"), ruled.at("/recommendations/0/estimated_hours"));
            assertNotEquals(ruled.at("/recommendations/0/score"), blended.at("/recommendations/0/score"));
            assertEquals("1", kept(), "three answers from one snapshot keep it once");
        }
        try (Replica restarted = replica(other())) {
            observe(restarted, "job-2", 9, 2);
            promote(restarted, "v2", 2);
            JsonNode now = recommend(restarted, "auto");
            assertNotEquals(blended.get("catalog_snapshot_id"), now.get("catalog_snapshot_id"));
            for (JsonNode answer : List.of(plain, ruled, blended, now)) {
                JsonNode replayed = replay(restarted, answer);
                assertIdentical(replayed);
                assertEquals(answer.get("model_version"), replayed.get("model_version"));
                assertEquals(Version.NUMBER, replayed.get("answered_by_version").asString());
            }
            assertEquals("2", kept());
        }
    }

    private String kept() throws Exception {
        return database.ask("select count(*) from optimizer_catalog_snapshots");
    }

    @Test
    void trials_replay_by_the_same_draw() throws Exception {
        int trials = 0;
        try (Replica replica = replica(other())) {
            for (int i = 0; i < 20; i++) {
                JsonNode answer = recommend(replica, "auto");
                trials += answer.at("/exploration/is_exploratory").asBoolean() ? 1 : 0;
                assertIdentical(replay(replica, answer));
            }
        }
        assertEquals(0, trials, "the two offers are too far apart in cost for one");
        var often = Map.of(ConfigKey.RANKING_EXPLORATION, "0.5");
        try (Replica replica = replica(often)) {
            for (int i = 0; i < 20; i++) {
                JsonNode answer = recommend(replica, "auto");
                trials += answer.at("/exploration/is_exploratory").asBoolean() ? 1 : 0;
                assertIdentical(replay(replica, answer));
            }
        }
        assertTrue(trials > 0, "in twenty answers at one half");
    }

    @Test
    void what_someone_changed_in_the_database_is_named() throws Exception {
        try (Replica replica = replica(Map.of())) {
            observe(replica, "job-1", 3, 1);
            promote(replica, "v1", 1);
            JsonNode answer = recommend(replica, "auto");
            assertIdentical(replay(replica, answer));
            database.run("""
                    update optimizer_recommendations set alternatives =
                        jsonb_set(alternatives, '{1,score}', '0.123')""");
            JsonNode tampered = replay(replica, answer);
            assertFalse(tampered.get("identical").asBoolean());
            assertEquals(1, tampered.get("differences").size(), tampered.toString());
            assertEquals(2, tampered.at("/differences/0/rank").asInt());
            assertEquals("score", tampered.at("/differences/0/field").asString());
            assertEquals("0.123", tampered.at("/differences/0/answered").asString());
            database.run("""
                    update optimizer_recommendations set basis =
                        jsonb_set(basis, '{calibration,hours_elsewhere,factor}', '5')""");
            assertFalse(replay(replica, answer).get("identical").asBoolean());
            damage(replica, answer);
        }
    }

    private void damage(Replica replica, JsonNode answer) throws Exception {
        database.run("update optimizer_models set model = overlay(model placing 'x' from 2000)");
        assertEquals("model_unreadable", replay(replica, answer).get("reason").asString());
        database.run("update optimizer_catalog_snapshots set packed = substring(packed for 1000)");
        assertEquals(
                "snapshot_unreadable", replay(replica, answer).get("reason").asString());
        database.run("delete from optimizer_catalog_snapshots");
        assertEquals("snapshot_gone", replay(replica, answer).get("reason").asString());
        database.run("update optimizer_recommendations set basis = null");
        assertEquals("basis_not_kept", replay(replica, answer).get("reason").asString());
    }
}
