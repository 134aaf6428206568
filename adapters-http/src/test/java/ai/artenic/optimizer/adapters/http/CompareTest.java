package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareTest {
    private static final String PATH = "/api/v1/optimizer/cost/compare";

    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private Reply compare(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("workload", Workloads.lora7bFields()));
        body.putAll(more);
        return api.client.post("/cost/compare", JsonMapper.shared().writeValueAsBytes(body));
    }

    private Reply ask(Map<String, ?> parameters) {
        return api.client.ask(PATH + "?" + query(parameters));
    }

    private static String query(Map<String, ?> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "="
                        + URLEncoder.encode(String.valueOf(each.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<String> ids(JsonNode list) {
        var ids = new ArrayList<String>();
        list.forEach(each -> ids.add(each.at("/offer/id").asString()));
        return ids;
    }

    @Test
    void providers_stand_side_by_side_with_the_frontier_and_what_it_beats() {
        Reply reply = compare(Map.of("top_n", 4));
        assertEquals(200, reply.status(), reply.body());
        JsonNode answer = reply.json();
        assertEquals(
                api.catalog.current().snapshot().id(),
                answer.get("catalog_snapshot_id").asString());
        assertTrue(answer.get("model_version").isNull());
        List<String> frontier = ids(answer.get("frontier"));
        for (String mark : List.of("cheapest", "fastest", "balanced")) {
            assertTrue(frontier.contains(answer.get(mark).asString()), mark);
        }
        double before = 0;
        for (JsonNode member : answer.get("frontier")) {
            double cost = member.at("/offer/estimated_cost_eur/expected").asDouble();
            assertTrue(before <= cost, "cheapest first");
            before = cost;
        }
        int alike = 0;
        for (JsonNode member : answer.get("frontier")) {
            alike += 1 + member.get("alike").asInt();
        }
        assertEquals(
                answer.get("after_filter").asInt(),
                alike + answer.get("dominated_total").asInt());
        for (JsonNode dominated : answer.get("dominated")) {
            assertTrue(frontier.contains(dominated.get("dominated_by").asString()));
            assertFalse(frontier.contains(dominated.at("/offer/id").asString()));
        }
        JsonNode hetzner = answer.get("providers")
                .valueStream()
                .filter(side -> side.get("provider").asString().equals("hetzner"))
                .findFirst()
                .orElseThrow();
        assertTrue(hetzner.get("best").isNull(), "it has no GPU");
        assertEquals(0, hetzner.get("offers").asInt());
        assertFalse(hetzner.get("gpu_available").asBoolean());
    }

    @Test
    void the_cheapest_is_what_recommend_finds_to_cost_least() {
        var question = Map.of("workload", Workloads.lora7bFields(), "top_n", 100, "persist", false);
        double least = Double.POSITIVE_INFINITY;
        for (JsonNode each : api.client.recommend(question).json().get("recommendations")) {
            least = Math.min(least, each.at("/estimated_cost_eur/expected").asDouble());
        }
        JsonNode answer = compare(Map.of("goal", "performance", "persist", true, "job_id", "j"))
                .json();
        assertEquals(
                least,
                answer.at("/frontier/0/offer/estimated_cost_eur/expected").asDouble());
        assertEquals(answer.get("cheapest"), answer.at("/frontier/0/offer/id"));
    }

    @Test
    void risk_is_an_axis_if_asked_for_and_carbon_is_null_where_it_is_not_known() {
        api.publish(List.of(
                Offers.gpu("aws", "a100", Gpus.A100, 1, 3, 1.9),
                Offers.gpu("aws", "t", Gpus.H100, 1, 30, 0),
                Offers.gpu("gcp", "a100", Gpus.A100, 1, 3.5, 0),
                Offers.gpu("nobody", "a100", Gpus.A100, 1, 4, 0)));
        JsonNode two = compare(Map.of()).json();
        JsonNode three = compare(Map.of("risk", true)).json();
        assertTrue(ids(three.get("frontier")).containsAll(ids(two.get("frontier"))));
        for (JsonNode side : three.get("providers")) {
            JsonNode carbon = side.at("/best/carbon_gco2e");
            if (side.get("provider").asString().equals("nobody")) {
                assertTrue(carbon.isNull(), "never 0 for want of knowledge");
            } else {
                assertTrue(carbon.asDouble() > 0);
            }
        }
        JsonNode best = three.at("/providers/1/best");
        double watts = 400 + 12 * 2.12 + 85 * 0.392;
        double hours = best.at("/estimated_hours/expected").asDouble();
        assertEquals(watts / 1000 * hours * 1.1 * 290, best.get("carbon_gco2e").asDouble(), 1e-6 * hours);
        assertEquals(0, best.get("p_preempted_during_job").asDouble());
    }

    @Test
    void a_get_asks_the_same_with_query_parameters() {
        var workload = new HashMap<String, Object>(Workloads.lora7bFields());
        workload.put("estimated_hours", 12);
        workload.put("reference", Map.of("gpu_type", "A100", "gpu_count", 2));
        var constraints = Map.of("providers", List.of("aws", "gcp"), "max_hours", 10_000, "allow_spot", false);
        JsonNode posted = compare(Map.of("workload", workload, "constraints", constraints, "risk", true, "top_n", 2))
                .json();
        var parameters = new HashMap<String, Object>(workload);
        parameters.remove("reference");
        parameters.putAll(Map.of("reference_gpu_type", "A100", "reference_gpu_count", 2));
        parameters.putAll(Map.of("providers", "aws,gcp", "max_hours", 1e4, "allow_spot", false));
        parameters.putAll(Map.of("risk", true, "top_n", 2));
        Reply asked = ask(parameters);
        assertEquals(200, asked.status(), asked.body());
        for (String field : posted.propertyNames()) {
            if (!field.equals("as_of")) {
                assertEquals(posted.get(field), asked.json().get(field), field);
            }
        }
    }

    @Test
    void every_mistake_in_a_query_is_told_at_once_by_the_name_of_its_parameter() {
        Reply reply = ask(Map.ofEntries(
                Map.entry("dataset_size_gb", "NaN"),
                Map.entry("model_params_m", "-1"),
                Map.entry("framework", "pytroch"),
                Map.entry("num_epochs", "1.5"),
                Map.entry("distributed", "perhaps"),
                Map.entry("reference_gpu_count", "0"),
                Map.entry("regions", "a,,b"),
                Map.entry("max_nodes", "2"),
                Map.entry("top_n", "1e999"),
                Map.entry("batchsize", "3"),
                Map.entry("goal", "cost")));
        assertEquals(422, reply.status());
        assertEquals("invalid-request", reply.slug());
        for (String error : List.of(
                "/query/dataset_size_gb must be a number, was \"NaN\"",
                "/query/model_params_m must be",
                "/query/framework must be one of",
                "/query/num_epochs must be a whole number, was 1.5",
                "/query/distributed must be true or false, was \"perhaps\"",
                "/query/gpu_required is required",
                "/query/reference_gpu_count must be",
                "/query/regions/1 must be a string of 1 to 200 characters",
                "/query/top_n must be",
                "/query/batchsize is not a known field; did you mean batch_size?",
                "/query/goal is not a known field")) {
            assertTrue(reply.errors().contains(error), error + " in " + reply.errors());
        }
        assertEquals(1, reply.errors().split("/query/dataset_size_gb ", -1).length - 1, reply.errors());
    }

    @Test
    void every_mistake_in_a_body_is_told_at_once() {
        Reply reply = compare(Map.of("risk", "high", "top_n", 101, "constraint", Map.of()));
        assertEquals(422, reply.status());
        for (String error : List.of(
                "/risk must be true or false",
                "/top_n must be between 1 and 100",
                "/constraint is not a known field")) {
            assertTrue(reply.errors().contains(error), error + " in " + reply.errors());
        }
    }

    @Test
    void a_workload_that_fits_no_machine_is_a_problem_with_reasons() {
        Reply reply = compare(Map.of("constraints", Map.of("providers", List.of("nobody"))));
        assertEquals(422, reply.status());
        assertEquals("no-feasible-offer", reply.slug());
        assertEquals("provider_excluded", reply.json().at("/rejected/0/reason").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv|text/csv",
                "text/csv, application/json;q=0.5|text/csv",
                "text/*|text/csv",
                "*/*|application/json",
                "application/json, text/csv;q=0.9|application/json",
                "text/csv, application/json|application/json"
            })
    void csv_is_answered_to_those_who_want_it_more(String accept, String type) {
        var headers = Map.of("Content-Type", "application/json", "Accept", accept);
        var body = BodyPublishers.ofByteArray(
                JsonMapper.shared().writeValueAsBytes(Map.of("workload", Workloads.lora7bFields())));
        Reply reply = api.client.post("/cost/compare", body, headers);
        assertEquals(200, reply.status(), reply.body());
        assertEquals(type, reply.header("Content-Type").split(";")[0]);
    }

    @Test
    void csv_has_each_candidate_once_and_no_formula() {
        api.publish(List.of(
                Offers.gpu("aws", "=1+1", Gpus.A100, 1, 3, 1.9), Offers.gpu("gcp", "a,100", Gpus.A100, 1, 3.5, 0)));
        var body = BodyPublishers.ofByteArray(
                JsonMapper.shared().writeValueAsBytes(Map.of("workload", Workloads.lora7bFields())));
        Reply reply = api.client.post(
                "/cost/compare", body, Map.of("Content-Type", "application/json", "Accept", "text/csv"));
        List<String> lines = reply.body().lines().toList();
        JsonNode answer = compare(Map.of()).json();
        assertTrue(lines.getFirst().startsWith("id,provider,instance_type,region,"));
        assertEquals(1 + answer.get("after_filter").asInt(), lines.size(), reply.body());
        assertTrue(reply.body().contains(",'=1+1,"), reply.body());
        assertTrue(reply.body().contains("\"a,100\""), reply.body());
        assertTrue(reply.body().endsWith("\r\n"));
    }
}
