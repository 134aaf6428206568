package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.bootstrap.Replica.Reply;
import ai.artenic.optimizer.bootstrap.cli.OptimizerCommand;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.domain.evaluation.RankingJudge;
import ai.artenic.optimizer.domain.evaluation.ScoredGroup;
import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.LabelledGroup;
import ai.artenic.optimizer.domain.learning.LabelledGroups;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.ml.lightgbm.LightGbmModels;
import ai.artenic.optimizer.ml.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The loop that learns, end to end: HTTP, PostgreSQL and LightGBM, all real. Outcomes come in by HTTP, one by one and
/// by import.
class LearningLoopTest {
    private static final String STATUS = "/api/v1/optimizer/status";
    private static final String METRICS = "/api/v1/optimizer/metrics";
    private static final String READY = "/health/ready";

    /// So that the first training knows all outcomes, however slowly they come in.
    private static final String ALL = Integer.toString(Experience.OUTCOMES);

    @TempDir
    Path folder;

    private SharedDatabase database;
    private Experience experience;

    @BeforeEach
    void open() throws Exception {
        database = SharedDatabase.open(folder.resolve("data"));
        experience = new Experience(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Replica replica(Map<ConfigKey, String> settings) throws Exception {
        return Replica.with(database.url(), settings);
    }

    private static List<String> order(Replica replica, String mode) throws Exception {
        return replica.post("/recommend", Experience.question(mode))
                .json()
                .get("recommendations")
                .valueStream()
                .map(each -> each.get("provider").asString()
                        + each.get("instance_type").asString()
                        + each.get("region").asString()
                        + each.get("is_spot").asBoolean())
                .toList();
    }

    /// Once both have read the calibration that the outcomes gave.
    private static void awaitOneOrder(Replica first, Replica second) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!order(first, "ltr").equals(order(second, "ltr"))) {
            assertTrue(Instant.now().isBefore(end), "two replicas of one model rank differently");
        }
    }

    private static String version(JsonNode status) {
        return status.at("/model/version").asString("");
    }

    @Test
    void outcomes_train_a_model_by_themselves_and_every_replica_ranks_by_it_until_it_is_corrupted() throws Exception {
        Map<ConfigKey, String> always = Map.of(ConfigKey.LTR_PROMOTION, "always", ConfigKey.LTR_MIN_SAMPLES, ALL);
        String version;
        try (Replica first = replica(always);
                Replica second = replica(always)) {
            List<Recommendation> recommendations = experience.ask(first);
            assertEquals("heuristic", first.status().get("mode").asString());
            List<String> before = order(first, "auto");
            Experience.report(first, "-", recommendations, Experience::byVcpus);
            JsonNode status =
                    first.await(STATUS, answer -> answer.get("mode").asString().equals("hybrid"));
            version = version(status);
            assertEquals(Experience.OUTCOMES, status.get("sample_count").asInt());
            assertEquals(0, status.get("samples_since_training").asInt());
            assertTrue(status.at("/model/promoted").asBoolean());
            String promoted = version;
            second.await(
                    STATUS,
                    answer -> answer.get("mode").asString().equals("hybrid")
                            && version(answer).equals(promoted));
            assertNotEquals(before, order(first, "auto"));
            assertNotEquals(order(first, "heuristic"), order(first, "auto"));
            awaitOneOrder(first, second);
            agrees(first.get(METRICS), recomputed());
        }
        try (Replica again = replica(always)) {
            assertEquals(version, version(again.status()));
            assertEquals("hybrid", again.status().get("mode").asString());
            corrupt(again, version);
        }
        try (Replica restarted = replica(always)) {
            assertEquals("degraded", restarted.get(READY).get("status").asString());
        }
    }

    private void corrupt(Replica replica, String version) throws Exception {
        assertEquals("up", replica.get(READY).at("/checks/model").asString());
        database.run("update optimizer_models set model = overlay(model placing 'x' from 2000)");
        JsonNode ready =
                replica.await(READY, answer -> answer.get("status").asString().equals("degraded"));
        assertEquals("broken", ready.at("/checks/model").asString());
        Reply answer = replica.post("/recommend", Experience.question("auto"));
        assertEquals("heuristic", answer.json().get("mode").asString());
        assertTrue(answer.json().get("model_version").isNull());
        assertTrue(
                answer.json().at("/degraded/0").asString().startsWith("ranking model " + version + " cannot serve: "),
                answer.json().get("degraded").toString());
        assertEquals(
                409, replica.post("/recommend", Experience.question("hybrid")).status());
        assertEquals(409, replica.post("/models/" + version + "/promote", "").status());
    }

    /// The held-out metrics as the documents define them, from what is stored.
    private HeldOutMetrics recomputed() {
        LabelledGroups groups =
                LabelledGroups.of(database.storage().sampleStore().newest(FeatureSchema.V2, 1_000), LabelPolicy.REGRET);
        var parameters = TrainingParameters.forRows(groups.rows(), 1);
        var held = new ArrayList<ScoredGroup>();
        for (int fold = 0; fold < 5; fold++) {
            var seen = new ArrayList<LabelledGroup>();
            for (int i = 0; i < groups.telling().size(); i++) {
                if (i % 5 != fold) {
                    seen.add(groups.telling().get(i));
                }
            }
            var trained = assertInstanceOf(
                    Training.Trained.class,
                    new LightGbmTrainer().train(LabelledGroups.set(FeatureSchema.V2, seen), parameters));
            RankingModel model = assertInstanceOf(Loading.Loaded.class, new LightGbmModels().load(trained.model()))
                    .model();
            for (int i = fold; i < groups.telling().size(); i += 5) {
                LabelledGroup group = groups.telling().get(i);
                var scores = new double[group.rows().size()];
                model.score(LabelledGroups.features(FeatureSchema.V2, group.rows()), scores.length, scores);
                held.add(new ScoredGroup(group, scores));
            }
        }
        return RankingJudge.judge(groups.count(), held, new SplittableRandom(1));
    }

    private static void agrees(JsonNode metrics, HeldOutMetrics expected) {
        assertEquals(expected.queryCount(), metrics.get("query_count").asInt());
        assertEquals(
                expected.usableQueryCount(), metrics.get("usable_query_count").asInt());
        assertEquals(expected.model().ndcgAt5(), metrics.get("ndcg_at_5").asDouble(), 1e-9);
        assertEquals(expected.model().ndcgAt10(), metrics.get("ndcg_at_10").asDouble(), 1e-9);
        assertEquals(expected.model().mrr(), metrics.get("mrr").asDouble(), 1e-9);
        assertEquals(
                expected.heuristic().ndcgAt5(),
                metrics.at("/heuristic/ndcg_at_5").asDouble(),
                1e-9);
        assertEquals(expected.cheapest().mrr(), metrics.at("/cheapest/mrr").asDouble(), 1e-9);
        assertEquals(
                expected.random().meanRegret(),
                metrics.at("/random/mean_regret").asDouble(),
                1e-9);
        assertEquals(expected.gainLow(), metrics.at("/confidence_interval/low").asDouble(), 1e-9);
        assertTrue(expected.model().ndcgAt5() > expected.random().ndcgAt5() + 0.1, expected::toString);
    }

    @Test
    void the_gate_refuses_what_chance_taught_and_of_two_trainings_asked_for_at_once_one_is_run() throws Exception {
        Map<ConfigKey, String> gated = Map.of(ConfigKey.LTR_MIN_SAMPLES, ALL);
        try (Replica first = replica(gated);
                Replica second = replica(gated)) {
            var random = new SplittableRandom(3);
            Experience.report(first, "-", experience.ask(first), _ -> 1 + 3 * random.nextDouble());
            JsonNode status = first.await(STATUS, answer -> !answer.get("model").isNull());
            assertFalse(status.at("/model/promoted").asBoolean());
            String reason = status.at("/model/reason").asString();
            assertTrue(reason.startsWith("not promoted, as ") && reason.contains("NDCG@5 0."), reason);
            assertEquals("heuristic", status.get("mode").asString());
            assertEquals("none", first.get(READY).at("/checks/model").asString());
            assertEquals(409, first.post("/retrain", "{}").status());
            simultaneous(first, second);
            assertEquals(200, promote(first, version(status)));
            second.await(STATUS, answer -> answer.get("mode").asString().equals("hybrid"));
        }
    }

    private static int promote(Replica replica, String version) throws Exception {
        return replica.post("/models/" + version + "/promote", "").status();
    }

    private static void simultaneous(Replica first, Replica second) throws Exception {
        List<CompletableFuture<Reply>> asked = Stream.of(first, second)
                .map(replica -> CompletableFuture.supplyAsync(() -> forced(replica)))
                .toList();
        List<Integer> statuses =
                asked.stream().map(reply -> reply.join().status()).sorted().toList();
        assertEquals(List.of(202, 409), statuses);
        String run = asked.getFirst().join().json().get("run_id").asString();
        assertEquals(run, asked.getLast().join().json().get("run_id").asString());
        JsonNode ended = second.await(
                "/api/v1/optimizer/retrain/" + run,
                answer -> answer.get("status").asString().equals("rejected"));
        assertTrue(ended.at("/metrics/usable_query_count").asInt() > 50, ended.toString());
        assertEquals(0, OptimizerCommand.commandLine().execute("retrain", "--force", "--url", first.url()));
        first.await("/api/v1/optimizer/models", answer -> answer.get("items").size() == 3);
    }

    private static Reply forced(Replica replica) {
        try {
            return replica.post("/retrain", "{\"force\": true}");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
