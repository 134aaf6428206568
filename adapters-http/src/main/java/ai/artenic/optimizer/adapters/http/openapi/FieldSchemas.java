package ai.artenic.optimizer.adapters.http.openapi;

import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.domain.intake.Terms;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the JSON Schema of an object that is read field by field. Unknown fields are refused; an optional field may
/// be
/// null, which means absent.
final class FieldSchemas {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double WHOLE_MOST = 1e15;

    private final ObjectNode properties = NODES.objectNode();
    private final ArrayNode required = NODES.arrayNode();
    private final String meaning;

    FieldSchemas(String meaning) {
        this.meaning = meaning;
    }

    FieldSchemas require(String... names) {
        List.of(names).forEach(required::add);
        for (String name : names) {
            ((ObjectNode) properties.get(name)).replace("type", typeOf(name));
        }
        return this;
    }

    FieldSchemas number(String name, double least, double most, String description) {
        bounds(field(name, "number", description), least, most);
        return this;
    }

    FieldSchemas integer(String name, int least, int most, String description) {
        bounds(field(name, "integer", description), least, most);
        return this;
    }

    FieldSchemas flag(String name, String description) {
        field(name, "boolean", description);
        return this;
    }

    FieldSchemas text(String name, int longest, String description) {
        field(name, "string", description).put("minLength", 1).put("maxLength", longest);
        return this;
    }

    FieldSchemas texts(String name, String description) {
        ObjectNode list = field(name, "array", description).put("maxItems", 500);
        list.putObject("items").put("type", "string").put("minLength", 1).put("maxLength", 200);
        return this;
    }

    <E extends Enum<E>> FieldSchemas choice(String name, Class<E> terms, String description) {
        ArrayNode names = field(name, "string", description).putArray("enum");
        Arrays.stream(terms.getEnumConstants()).map(Terms::wire).forEach(names::add);
        names.addNull();
        return this;
    }

    FieldSchemas object(String name, String schema, String description) {
        ObjectNode field = properties.putObject(name).put("description", description);
        ArrayNode either = field.putArray("anyOf");
        either.addObject().put("$ref", OpenApiDocument.SCHEMAS + schema);
        either.addObject().put("type", "null");
        return this;
    }

    FieldSchemas requireObject(String name, String schema) {
        properties.putObject(name).put("$ref", OpenApiDocument.SCHEMAS + schema);
        required.add(name);
        return this;
    }

    /// Says what an absent field means.
    FieldSchemas otherwise(String name, Object value) {
        ((ObjectNode) properties.get(name)).set("default", Json.mapper().valueToTree(value));
        return this;
    }

    ObjectNode schema() {
        ObjectNode schema = NODES.objectNode().put("type", "object").put("description", meaning);
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode field(String name, String type, String description) {
        ObjectNode field = properties.putObject(name);
        field.putArray("type").add(type).add("null");
        return field.put("description", description);
    }

    private JsonNode typeOf(String name) {
        ObjectNode field = (ObjectNode) properties.get(name);
        if (field.get("enum") instanceof ArrayNode names) {
            names.remove(names.size() - 1);
        }
        return field.get("type").get(0);
    }

    private static void bounds(ObjectNode field, double least, double most) {
        bound(field, "minimum", least);
        bound(field, "maximum", most);
    }

    private static void bound(ObjectNode field, String name, double bound) {
        if (bound == Math.rint(bound) && Math.abs(bound) < WHOLE_MOST) {
            field.put(name, (long) bound);
        } else {
            field.put(name, bound);
        }
    }
}
