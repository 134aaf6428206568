package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest {
    private static final TestApi API = TestApi.withOffers();
    private static final JsonNode DOCUMENT = API.client.contract().document();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void an_independent_parser_finds_nothing_wrong() {
        var options = new ParseOptions();
        options.setResolve(true);
        var result = new OpenAPIParser().readContents(API.client.contract().text(), null, options);
        assertTrue(result.getMessages() == null || result.getMessages().isEmpty(), () -> "" + result.getMessages());
        assertEquals(SpecVersion.V31, result.getOpenAPI().getSpecVersion());
        assertEquals("9.8.7", result.getOpenAPI().getInfo().getVersion());
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_every_reference_leads_somewhere() {
        var names = new ArrayList<String>();
        DOCUMENT.get("paths")
                .forEach(path -> path.forEach(
                        operation -> names.add(operation.get("operationId").asString())));
        assertEquals(names.size(), new HashSet<>(names).size());
        for (String reference : DOCUMENT.findValuesAsString("$ref")) {
            assertFalse(DOCUMENT.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @Test
    void the_example_of_a_body_is_answered() {
        JsonNode example = DOCUMENT.at(
                "/paths/~1api~1v1~1optimizer~1recommend/post/requestBody/content/application~1json/example");
        API.client.contract().validate("#/components/schemas/RecommendRequest", example.toString());
        assertEquals(200, API.client.recommend(example).status());
    }

    @Test
    void the_example_of_a_sweep_is_answered() {
        JsonNode example = DOCUMENT.at(
                "/paths/~1api~1v1~1optimizer~1sweeps~1plan/post/requestBody/content/application~1json/example");
        API.client.contract().validate("#/components/schemas/SweepRequest", example.toString());
        assertEquals(200, API.client.post("/sweeps/plan", example.toString()).status());
    }

    @Test
    void the_example_of_a_comparison_is_answered() {
        JsonNode example = DOCUMENT.at(
                "/paths/~1api~1v1~1optimizer~1cost~1compare/post/requestBody/content/application~1json/example");
        API.client.contract().validate("#/components/schemas/CompareRequest", example.toString());
        assertEquals(200, API.client.post("/cost/compare", example.toString()).status());
    }

    @Test
    void the_example_of_an_outcome_is_kept_alone_and_as_a_line() {
        String operation = "/paths/~1api~1v1~1optimizer~1outcomes";
        JsonNode example = DOCUMENT.at(operation + "/post/requestBody/content/application~1json/example");
        API.client.contract().validate("#/components/schemas/OutcomeReport", example.toString());
        assertEquals(201, API.client.post("/outcomes", example.toString()).status());
        String lines = DOCUMENT.at(operation + "~1import/post/requestBody/content/application~1x-ndjson/example")
                .asString();
        var body = java.net.http.HttpRequest.BodyPublishers.ofString(lines);
        var reply = API.client.post("/outcomes/import", body, Map.of("Content-Type", "application/x-ndjson"));
        assertEquals(1, reply.json().get("duplicates").asInt(), reply.body());
    }

    @Test
    void every_documented_operation_is_served() {
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                    String concrete = path.getKey().replaceAll("\\{\\w+}", "123e4567-e89b-12d3-a456-426614174000");
                    var reply = API.client.checked(API.client
                            .get(concrete)
                            .method(method.toUpperCase(Locale.ROOT), java.net.http.HttpRequest.BodyPublishers.noBody())
                            .build());
                    assertFalse(reply.body().contains("No such address"), path.getKey());
                    assertFalse(reply.status() == 405, path.getKey());
                }));
    }

    @Test
    void the_fields_of_a_workload_are_those_the_domain_reads() {
        assertEquals(new TreeSet<>(WorkloadReader.fieldNames()), names("Workload"));
    }

    @Test
    void the_bounds_of_the_document_are_those_of_the_reader() {
        for (String schema : List.of(
                "Workload",
                "Constraints",
                "Reference",
                "RecommendRequest",
                "CompareRequest",
                "SweepRequest",
                "Pruning",
                "OutcomeReport")) {
            for (Map.Entry<String, JsonNode> field :
                    DOCUMENT.at("/components/schemas/" + schema + "/properties").properties()) {
                if (field.getValue().has("minimum")) {
                    double least = field.getValue().get("minimum").asDouble();
                    double most = field.getValue().get("maximum").asDouble();
                    assertTrue(admits(schema, field.getKey(), least), field.getKey() + " " + least);
                    assertTrue(admits(schema, field.getKey(), most), field.getKey() + " " + most);
                    assertFalse(
                            admits(schema, field.getKey(), least - Math.max(1e-5, Math.abs(least) / 10)),
                            field.getKey());
                    assertFalse(admits(schema, field.getKey(), most * 1.1 + 1), field.getKey());
                }
                if (field.getValue().has("enum")) {
                    field.getValue()
                            .get("enum")
                            .forEach(term -> assertTrue(
                                    term.isNull() || admits(schema, field.getKey(), term.asString()),
                                    field.getKey() + " " + term));
                    assertFalse(admits(schema, field.getKey(), "nonsense"), field.getKey());
                }
            }
        }
    }

    @Test
    void the_required_fields_of_the_document_are_those_of_the_reader() {
        for (String name : names("Workload")) {
            Map<String, Object> workload = Workloads.lora7bFields();
            workload.remove(name);
            boolean required = DOCUMENT.at("/components/schemas/Workload/required")
                    .toString()
                    .contains('"' + name + '"');
            assertEquals(
                    required ? 422 : 200,
                    recommend(Map.of("workload", workload)).status(),
                    name);
        }
        assertEquals("/workload is required\n", recommend(Map.of("top_n", 1)).errors());
    }

    @Test
    void the_docs_name_every_endpoint_and_every_schema() {
        String docs = API.client.ask("/docs").body();
        DOCUMENT.get("paths").propertyNames().forEach(path -> assertTrue(docs.contains(path), path));
        DOCUMENT.at("/components/schemas")
                .propertyNames()
                .forEach(schema -> assertTrue(docs.contains("id=\"schema-" + schema + "\""), schema));
        assertFalse(docs.contains("<script"), "no script");
        assertFalse(docs.contains("style="), "no inline style");
    }

    private static ContractClient.Reply recommend(Map<String, Object> question) {
        var unkept = new HashMap<>(question);
        unkept.put("persist", false);
        return API.client.recommend(unkept);
    }

    /// Whether the reader takes the value for the field, whatever it says of others.
    private static boolean admits(String schema, String field, Object value) {
        if (schema.equals("SweepRequest") || schema.equals("Pruning")) {
            return admitsInSweep(schema, field, value);
        }
        if (schema.equals("OutcomeReport")) {
            return admitsInOutcome(field, value);
        }
        Map<String, Object> workload = Workloads.lora7bFields();
        var question = new HashMap<String, Object>(Map.of("workload", workload));
        String pointer = switch (schema) {
            case "Workload" -> {
                workload.put("model_params_m", 1e9); // active_params_m must not exceed it
                workload.put(field, value);
                yield "/workload/";
            }
            case "Constraints" -> {
                question.put("constraints", Map.of(field, value));
                yield "/constraints/";
            }
            case "Reference" -> {
                workload.put("reference", Map.of(field, value));
                yield "/workload/reference/";
            }
            default -> {
                question.put(field, value);
                yield "/";
            }
        };
        ContractClient.Reply reply = schema.equals("CompareRequest")
                ? API.client.post("/cost/compare", JsonMapper.shared().writeValueAsBytes(question))
                : recommend(question);
        return !reply.errors().contains(pointer + field + " ");
    }

    private static boolean admitsInOutcome(String field, Object value) {
        var outcome = OutcomeTest.outcome(
                "bounds", Map.of("success", false, "primary_metric_name", "m", "predicted_cost_eur", 1));
        outcome.put("predicted_duration_hours", 1);
        outcome.put(field, value);
        return !API.client
                .post("/outcomes", JsonMapper.shared().writeValueAsBytes(outcome))
                .errors()
                .contains("/" + field + " ");
    }

    private static boolean admitsInSweep(String schema, String field, Object value) {
        Map<String, Object> workload = Workloads.lora7bFields();
        workload.put("num_epochs", Integer.MAX_VALUE);
        var pruning = new HashMap<String, Object>(Map.of("kind", "successive_halving"));
        var sweep = new HashMap<String, Object>(Map.of("workload", workload, "trials", 1, "pruning", pruning));
        if (schema.equals("Pruning")) {
            if (field.equals("kind")) {
                pruning.clear();
            }
            pruning.put(field, value);
        } else {
            sweep.put(field, value);
        }
        String pointer = (schema.equals("Pruning") ? "/pruning/" : "/") + field + " ";
        return !API.client
                .post("/sweeps/plan", JsonMapper.shared().writeValueAsBytes(sweep))
                .errors()
                .contains(pointer);
    }

    private static Set<String> names(String schema) {
        return new TreeSet<>(
                DOCUMENT.at("/components/schemas/" + schema + "/properties").propertyNames());
    }
}
