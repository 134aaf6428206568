package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayTest {
    private TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private JsonNode recommended() {
        return api.client
                .recommend(Map.of("workload", Workloads.lora7bFields(), "top_n", 20))
                .json();
    }

    private Reply replay(String id) {
        return api.client.ask(ContractClient.BASE + "/recommendations/" + id + "/replay");
    }

    private Reply replay(JsonNode answer) {
        return replay(answer.get("recommendation_id").asString());
    }

    @Test
    void a_kept_recommendation_comes_out_again_although_other_prices_hold_now() {
        JsonNode answer = recommended();
        api.publish(Offers.seeded(7, 30));
        Reply reply = replay(answer);
        assertEquals(200, reply.status(), reply.body());
        JsonNode replayed = reply.json();
        assertTrue(replayed.get("replayable").asBoolean());
        assertTrue(replayed.get("identical").asBoolean(), reply.body());
        assertEquals(0, replayed.get("differences").size());
        assertTrue(replayed.get("reason").isNull());
        assertEquals("9.8.6", replayed.get("answered_by_version").asString());
        assertEquals("9.8.7", replayed.get("replayed_by_version").asString());
        for (String field :
                new String[] {"recommendation_id", "catalog_snapshot_id", "model_version", "as_of", "mode"}) {
            assertEquals(answer.get(field), replayed.get(field), field);
        }
    }

    @Test
    void what_comes_out_otherwise_is_named_rank_by_rank() {
        api.snapshots.keep(api.catalog.current().snapshot());
        var foreign = Recommendations.madeFrom(api.catalog.current().snapshot().id(), Recommendations.seeded(1));
        api.log.keep(foreign, Bases.PLAIN);
        JsonNode replayed = replay(foreign.id().toString()).json();
        assertFalse(replayed.get("identical").asBoolean());
        JsonNode whole = replayed.at("/differences/0");
        assertTrue(whole.get("rank").isNull());
        assertEquals("total_considered", whole.get("field").asString());
        assertTrue(
                replayed.get("differences")
                        .valueStream()
                        .anyMatch(each -> each.get("rank").asInt() == 1
                                && each.get("field").asString().equals("instance")),
                replayed::toString);
    }

    @Test
    void a_recommendation_from_before_there_was_a_replay_says_so() {
        JsonNode answer = recommended();
        api.log.basisGone = true;
        Reply reply = replay(answer);
        assertEquals(200, reply.status());
        assertFalse(reply.json().get("replayable").asBoolean());
        assertTrue(reply.json().get("identical").isNull());
        assertEquals("basis_not_kept", reply.json().get("reason").asString());
        assertTrue(reply.json().get("detail").asString().contains("did not yet keep"), reply.body());
    }

    @Test
    void a_recommendation_whose_snapshot_is_gone_says_so() {
        api.log.keep(Recommendations.seeded(2), Bases.PLAIN);
        JsonNode replayed = replay(Recommendations.seeded(2).id().toString()).json();
        assertEquals("snapshot_gone", replayed.get("reason").asString());
    }

    @Test
    void a_model_that_is_gone_is_named() {
        api.snapshots.keep(api.catalog.current().snapshot());
        var foreign = Recommendations.madeFrom(api.catalog.current().snapshot().id(), Recommendations.seeded(3));
        api.log.keep(foreign, Bases.PLAIN);
        JsonNode replayed = replay(foreign.id().toString()).json();
        assertEquals("model_gone", replayed.get("reason").asString());
        assertEquals("v3", replayed.get("model_version").asString());
    }

    @Test
    void an_unknown_one_is_not_found_and_without_the_store_nobody_can_tell() {
        Reply unknown = replay("123e4567-e89b-12d3-a456-426614174000");
        assertEquals(404, unknown.status());
        assertEquals("not-found", unknown.slug());
        assertEquals(422, replay("1-1-1").status());
        JsonNode answer = recommended();
        api.log.away = true;
        assertEquals("unavailable", replay(answer).slug());
    }

    @Test
    void trials_show_their_propensity_and_replay_and_only_where_the_answer_is_kept() {
        api.close();
        api = TestApi.withOffers(TestApi.settings(), new ExplorationPolicy(0.5));
        api.publish(IntStream.range(0, 6)
                .mapToObj(i -> Offers.gpu("gcp", "a100-" + i, Gpus.A100, 1, 2.5 + i / 20.0, 0))
                .toList());
        int trials = 0;
        for (int i = 0; i < 40; i++) {
            JsonNode answer = recommended();
            JsonNode exploration = answer.get("exploration");
            boolean isExploratory = exploration.get("is_exploratory").asBoolean();
            int alternatives = exploration.get("alternatives").asInt();
            assertEquals(0.5, exploration.get("probability").asDouble());
            assertEquals(
                    isExploratory ? 0.5 / alternatives : 0.5,
                    exploration.get("propensity").asDouble());
            assertEquals(
                    isExploratory,
                    answer.at("/recommendations/0/explanation/0").asString().startsWith("shown first as a trial"));
            assertTrue(replay(answer).json().get("identical").asBoolean());
            trials += isExploratory ? 1 : 0;
        }
        assertTrue(trials > 0 && trials < 40, trials + " trials");
        Reply unkept = api.client.recommend(Map.of("workload", Workloads.lora7bFields(), "persist", false));
        assertFalse(unkept.json().has("exploration"), unkept.body());
    }

    @Test
    void without_exploration_an_answer_has_no_word_of_it() {
        assertFalse(recommended().has("exploration"));
    }
}
