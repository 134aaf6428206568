package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document as served, made strict: what it does not name must not be answered.
final class ServedContract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String text;
    private final ObjectNode document;

    ServedContract(String text) {
        this.text = text;
        this.document = (ObjectNode) JSON.readTree(text);
        document.at("/components/schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
    }

    String text() {
        return text;
    }

    JsonNode document() {
        return document;
    }

    /// Fails unless the document says that this operation may answer this.
    void check(String method, String path, ContractClient.Reply reply) {
        Optional<JsonNode> operation = operation(method.equals("HEAD") ? "GET" : method, path);
        if (operation.isEmpty()) {
            assertTrue(reply.status() == 404 || reply.status() == 405, method + " " + path + " is not documented");
            validate("#/components/schemas/Problem", reply.body());
            return;
        }
        JsonNode response = operation.get().at("/responses/" + reply.status());
        assertNotNull(
                response.get("content"),
                method + " " + path + " must not answer " + reply.status() + ": " + reply.body());
        String mediaType = reply.header("Content-Type").split(";")[0];
        JsonNode content = response.get("content").get(mediaType);
        assertNotNull(content, method + " " + path + " must not answer with " + mediaType);
        if (mediaType.endsWith("json")
                && !method.equals("HEAD")
                && content.get("schema").has("$ref")) {
            validate(content.get("schema").get("$ref").asString(), reply.body());
        }
    }

    /// Fails unless the JSON is valid by the schema of this reference.
    void validate(String reference, String json) {
        ObjectNode schema = JSON.createObjectNode().put("$ref", reference);
        schema.set("components", document.get("components"));
        var errors = SCHEMAS.getSchema(schema).validate(JSON.readTree(json));
        assertEquals(java.util.List.of(), errors, () -> json);
    }

    private Optional<JsonNode> operation(String method, String path) {
        return document.get("paths").properties().stream()
                .filter(each -> path.matches(each.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(Map.Entry::getValue)
                .map(each -> each.get(method.toLowerCase(Locale.ROOT)))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
