package ai.artenic.optimizer.adapters.http.openapi;

import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.adapters.http.json.ProblemJson;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.domain.intake.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI 3.1 document of the endpoints, made from the table that serves them.
public final class OpenApiDocument {
    static final String SCHEMAS = "#/components/schemas/";

    private final AnswerSchemas answers = new AnswerSchemas();
    private final ObjectNode document = FieldSchemas.NODES.objectNode();

    private OpenApiDocument() {}

    public static ObjectNode of(List<Endpoint> endpoints, String version) {
        return new OpenApiDocument().write(endpoints, version);
    }

    private ObjectNode write(List<Endpoint> endpoints, String version) {
        document.put("openapi", "3.1.1");
        ObjectNode info = document.putObject("info")
                .put("title", "Artenic Optimizer")
                .put("version", version)
                .put("summary", "Where should this training job run, and what will it really cost?");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        for (Endpoint endpoint : endpoints) {
            ObjectNode path = paths.withObjectProperty(endpoint.route().path());
            path.set(endpoint.route().method().name().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        components();
        return document;
    }

    private void components() {
        ObjectNode components = document.putObject("components");
        ObjectNode correlation = components.putObject("headers").putObject("X-Correlation-Id");
        correlation
                .put("description", "names the request in log lines; the sender's own, if it sent one")
                .putObject("schema")
                .put("type", "string");
        var schemas = new TreeMap<String, ObjectNode>(RequestSchemas.all());
        answers.collect().properties().forEach(each -> schemas.put(each.getKey(), (ObjectNode) each.getValue()));
        ObjectNode sorted = components.putObject("schemas");
        schemas.forEach(sorted::set);
    }

    private ObjectNode operation(Endpoint endpoint) {
        ObjectNode operation = FieldSchemas.NODES
                .objectNode()
                .put("operationId", endpoint.words().operationId())
                .put("summary", endpoint.words().summary());
        operation.putArray("tags").add(endpoint.words().area());
        if (!endpoint.contract().parameters().isEmpty()) {
            var parameters = operation.putArray("parameters");
            endpoint.contract().parameters().forEach(each -> parameters.add(parameter(each)));
        }
        endpoint.contract().body().ifPresent(schema -> {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            ObjectNode content =
                    body.putObject("content").putObject(endpoint.contract().bodyType());
            if (endpoint.contract().bodyType().equals(Answer.JSON)) {
                content.putObject("schema").put("$ref", SCHEMAS + schema);
                content.set("example", RequestSchemas.example(schema));
            } else {
                String meaning = "one " + schema + " in JSON a line, of at most 1 MiB; as many lines as you like";
                content.putObject("schema").put("type", "string").put("description", meaning);
                content.put("example", RequestSchemas.example(schema) + "\n");
            }
        });
        operation.set("responses", responses(endpoint));
        return operation;
    }

    private static ObjectNode parameter(Parameter parameter) {
        ObjectNode node = FieldSchemas.NODES
                .objectNode()
                .put("name", parameter.name())
                .put("in", Terms.wire(parameter.in()))
                .put("description", parameter.meaning());
        if (parameter.needed()) {
            node.put("required", true);
        }
        node.set("schema", Json.mapper().valueToTree(parameter.schema()));
        return node;
    }

    private ObjectNode responses(Endpoint endpoint) {
        ObjectNode responses = FieldSchemas.NODES.objectNode();
        for (Answer answer : endpoint.contract().answers()) {
            ObjectNode response = responses.get(Integer.toString(answer.status())) instanceof ObjectNode known
                    ? known
                    : response(responses, answer.status(), answer.meaning());
            ObjectNode content = response.withObjectProperty("content").putObject(answer.mediaType());
            if (answer.type() == null) {
                String type = answer.mediaType().equals(Answer.JSON) ? "object" : "string";
                content.putObject("schema").put("type", type);
            } else {
                content.set("schema", answers.reference(answer.type()));
            }
        }
        byStatus(endpoint).forEach((status, kinds) -> problem(responses, status, kinds));
        return responses;
    }

    private void problem(ObjectNode responses, int status, List<ProblemKind> kinds) {
        String meaning = kinds.stream()
                .distinct()
                .map(kind -> kind.slug() + ": " + kind.title())
                .collect(Collectors.joining("; "));
        ObjectNode response = response(responses, status, meaning);
        if (status == ProblemKind.UNAVAILABLE.status()) {
            ObjectNode retry = ((ObjectNode) response.get("headers")).putObject("Retry-After");
            retry.put("description", "seconds to wait").putObject("schema").put("type", "integer");
        }
        ObjectNode content = response.putObject("content").putObject(Answer.PROBLEM_JSON);
        content.set("schema", answers.reference(ProblemJson.class));
    }

    private static ObjectNode response(ObjectNode responses, int status, String meaning) {
        ObjectNode response = responses.putObject(Integer.toString(status)).put("description", meaning);
        response.putObject("headers")
                .putObject("X-Correlation-Id")
                .put("$ref", "#/components/headers/X-Correlation-Id");
        return response;
    }

    private static Map<Integer, List<ProblemKind>> byStatus(Endpoint endpoint) {
        return endpoint.contract().problems().stream()
                .collect(Collectors.groupingBy(ProblemKind::status, TreeMap::new, Collectors.toList()));
    }
}
