package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Models;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.fixture.Runs;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import ai.artenic.optimizer.domain.learning.ServingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every answer is held against the served OpenAPI document by the client.
class ModelsTest {
    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private Reply ask(String path) {
        return api.client.ask(ContractClient.BASE + path);
    }

    private Reply retrain(String body) {
        return api.client.post("/retrain", body);
    }

    private Reply promote(String version) {
        return api.client.post("/models/" + version + "/promote", "");
    }

    @Test
    void before_anything_was_learned_the_figures_are_null_and_the_counts_are_there() {
        api.learning.samples = 7;
        JsonNode metrics = ask("/metrics").json();
        for (String name : new String[] {
            "model_version", "usable_query_count", "ndcg_at_5", "ndcg_at_10", "mrr", "heuristic", "confidence_interval"
        }) {
            assertTrue(metrics.get(name).isNull(), name);
        }
        assertEquals(7, metrics.get("sample_count").asInt());
        assertEquals(12, metrics.get("query_count").asInt());
        assertEquals(
                "{\"0\":1,\"1\":2,\"2\":3,\"3\":4,\"4\":5}",
                metrics.get("label_histogram").toString());
        assertEquals(2, metrics.at("/calibration/0/median_ratio").asDouble(), 1e-9);
        JsonNode status = ask("/status").json();
        assertTrue(status.get("model").isNull());
        assertEquals(7, status.get("sample_count").asInt());
        assertEquals(8, status.get("outcome_count").asInt());
        assertEquals(50, status.get("min_samples").asInt());
        assertEquals(7, status.get("samples_since_training").asInt());
        assertEquals(20, status.get("retrain_threshold").asInt());
        assertEquals(0, status.get("experience_runs").asInt());
        api.experience = Experience.NONE.and(List.of(
                Runs.took(Workloads.lora7b(), TestApi.offers().getLast(), 3),
                Runs.took(Workloads.lora7b(), TestApi.offers().getLast(), 2)));
        assertEquals(1, ask("/status").json().get("experience_groups").asInt());
        assertEquals(2, ask("/status").json().get("experience_runs").asInt());
        assertEquals("heuristic", status.get("mode").asString());
        assertEquals(
                "none",
                api.client.ask("/health/ready").json().at("/checks/model").asString());
    }

    @Test
    void the_metrics_are_those_of_the_card_beside_the_heuristics() {
        api.learning.models.keep(Models.accepted("v1"));
        assertFalse(ask("/metrics").json().get("serving").asBoolean());
        assertEquals(200, promote("v1").status());
        JsonNode metrics = ask("/metrics").json();
        assertEquals("v1", metrics.get("model_version").asString());
        assertTrue(metrics.get("serving").asBoolean());
        assertEquals(10, metrics.get("usable_query_count").asInt());
        assertEquals(0.1 + 0.2, metrics.get("ndcg_at_5").asDouble());
        assertTrue(metrics.at("/heuristic/ndcg_at_5").isNull());
        assertEquals(-0.01, metrics.at("/confidence_interval/low").asDouble());
        assertEquals(
                "price_per_hour", metrics.at("/feature_importance/0/feature").asString());
        JsonNode status = ask("/status").json();
        assertEquals("hybrid", status.get("mode").asString());
        assertEquals("auto", status.get("configured_mode").asString());
        assertEquals("v1", status.at("/model/version").asString());
        assertTrue(status.at("/model/promoted").asBoolean());
        assertEquals(
                "up", api.client.ask("/health/ready").json().at("/checks/model").asString());
    }

    @Test
    void a_training_is_queued_and_can_be_followed_to_its_end() {
        api.learning.samples = 50;
        Reply queued = retrain("{}");
        assertEquals(202, queued.status(), queued.body());
        String place = "/retrain/" + TestLearning.RUN;
        assertEquals(ContractClient.BASE + place, queued.header("Location"));
        assertEquals("queued", ask(place).json().get("status").asString());
        api.learning.models.keep(Models.refused("v2"));
        api.learning
                .stores
                .runs()
                .workAtNext(
                        TestApi.START,
                        run -> run.ended(Status.REJECTED, "no better", Optional.of("v2"), TestApi.START));
        JsonNode over = ask(place).json();
        assertEquals("rejected", over.get("status").asString());
        assertEquals("no better", over.get("reason").asString());
        assertEquals(0, over.at("/metrics/usable_query_count").asInt());
        assertTrue(over.at("/metrics/confidence_interval").isNull());
    }

    @Test
    void a_second_training_is_refused_and_told_of_the_first() {
        api.learning.samples = 50;
        retrain("{}");
        Reply second = retrain("{\"force\": true}");
        assertEquals(409, second.status());
        assertEquals("retrain-in-progress", second.slug());
        assertEquals(TestLearning.RUN.toString(), second.json().get("run_id").asString());
    }

    @Test
    void too_little_to_learn_from_is_refused_with_the_numbers() {
        api.learning.samples = 49;
        Reply few = retrain("{\"force\": true}");
        assertEquals("too-few-samples", few.slug());
        assertTrue(few.body().contains("needs 50 samples, there are 49"), few.body());
        api.learning.samples = Long.MAX_VALUE;
        api.learning.models.keep(Models.accepted("v1")); // which knew as many
        Reply nothingNew = retrain("{\"force\": false}");
        assertEquals("too-few-samples", nothingNew.slug());
        assertTrue(nothingNew.body().contains("There are 0 samples since"), nothingNew.body());
        assertEquals(202, retrain("{\"force\": true}").status());
    }

    @Test
    void nonsense_is_refused() {
        assertEquals(
                "/forced is not a known field; did you mean force?\n",
                retrain("{\"forced\": true}").errors());
        assertEquals(422, ask("/retrain/7").status());
        assertEquals(404, ask("/retrain/" + TestLearning.RUN).status());
        assertEquals(422, ask("/models?limit=0").status());
    }

    @Test
    void models_are_listed_and_an_earlier_one_can_be_promoted() {
        api.learning.models.keep(Models.accepted("v1"));
        api.learning.models.keep(Models.refused("v2"));
        api.learning.models.keep(Models.accepted("v3"));
        assertTrue(ask("/models").json().get("promotion").isNull());
        promote("v3");
        assertEquals("v1", promote("v1").json().get("version").asString());
        JsonNode models = ask("/models?limit=3").json();
        assertEquals("v3", models.at("/items/0/version").asString());
        assertFalse(models.at("/items/0/promoted").asBoolean());
        assertTrue(models.at("/items/2/promoted").asBoolean());
        assertFalse(models.at("/items/1/accepted").asBoolean());
        assertEquals("outcome", models.at("/items/1/label_policy").asString());
        assertEquals("promoted by an operator", models.at("/promotion/reason").asString());
    }

    @Test
    void pages_of_models_hold_each_once_even_while_newer_ones_are_trained() {
        for (int i = 0; i < 7; i++) {
            api.learning.models.keep(Models.accepted("v" + i));
        }
        var seen = new ArrayList<String>();
        String path = "/models?limit=3";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = ask(path).json();
            answer.get("items").forEach(model -> seen.add(model.get("version").asString()));
            assertEquals(page == 2, answer.get("next_cursor").isNull());
            path = "/models?limit=3&cursor=" + answer.get("next_cursor").asString("");
            api.learning.models.keep(Models.accepted("newer" + page));
        }
        assertEquals(List.of("v6", "v5", "v4", "v3", "v2", "v1", "v0"), seen);
        assertEquals(422, ask("/models?cursor=v3").status());
        String ofOthers = ask("/offers?limit=1").json().get("next_cursor").asString();
        assertEquals(422, ask("/models?cursor=" + ofOthers).status());
    }

    @Test
    void a_model_that_is_unknown_or_cannot_serve_is_not_promoted() {
        api.learning.models.keep(Models.refused("v2"));
        assertEquals(404, promote("v9").status());
        Reply stranger = promote("v2");
        assertEquals("model-not-available", stranger.slug());
        assertTrue(stranger.body().contains("Model v2 cannot serve: it is a stranger"), stranger.body());
    }

    @Test
    void a_broken_model_degrades_and_the_service_stays_ready() {
        api.learning.serving.set(new ServingModel.Broken("v9", "cut off"));
        Reply ready = api.client.ask("/health/ready");
        assertEquals(200, ready.status());
        assertEquals("degraded", ready.json().get("status").asString());
        assertEquals("broken", ready.json().at("/checks/model").asString());
        assertEquals(
                "ranking model v9 cannot serve: cut off; ranked by rule",
                ask("/status").json().at("/degraded/0").asString());
    }
}
