package ai.artenic.optimizer.adapters.http.openapi;

import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A field of a body that can also be given as a query parameter.
///
/// @param type of the field in the body: of JSON Schema, where `array` is a list of names
public record FieldParameter(Parameter parameter, String type) {
    /// The fields of the object schema that are no objects themselves.
    ///
    /// @param prefix of the names of the parameters
    static List<FieldParameter> of(ObjectNode schema, String prefix) {
        var parameters = new ArrayList<FieldParameter>();
        List<String> needed = prefix.isEmpty() && schema.has("required")
                ? schema.get("required").valueStream().map(JsonNode::asString).toList()
                : List.of(); // what an object needs is needed where there is the object
        for (Map.Entry<String, JsonNode> field : schema.get("properties").properties()) {
            JsonNode type = field.getValue().get("type");
            if (type != null) {
                String name = type.isArray() ? type.get(0).asString() : type.asString();
                parameters.add(of(
                        prefix + field.getKey(), (ObjectNode) field.getValue(), name, needed.contains(field.getKey())));
            }
        }
        return parameters;
    }

    private static FieldParameter of(String name, ObjectNode field, String type, boolean needed) {
        boolean names = type.equals("array");
        String meaning = field.get("description").asString() + (names ? "; names separated by commas" : "");
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", names ? "string" : type);
        for (String bound : List.of("minimum", "maximum", "minLength", "maxLength", "enum", "default")) {
            if (field.has(bound)) {
                schema.put(bound, value(field.get(bound)));
            }
        }
        return new FieldParameter(new Parameter(Parameter.In.QUERY, name, meaning, schema, needed), type);
    }

    /// A bound as it stands; a parameter is never null, so that null is no term of an enumeration.
    private static Object value(JsonNode bound) {
        if (!bound.isArray()) {
            return bound;
        }
        var terms = new ArrayList<String>();
        bound.forEach(term -> {
            if (!term.isNull()) {
                terms.add(term.asString());
            }
        });
        return Json.mapper().valueToTree(terms);
    }
}
