package ai.artenic.optimizer.adapters.http.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Says a JSON Schema in a few words, as HTML: `integer from 1 to 500`, `text or null`, a link to another schema.
final class SchemaWords {
    private SchemaWords() {}

    static String of(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asString();
            return link(reference.substring(reference.lastIndexOf('/') + 1));
        }
        if (schema.has("anyOf")) {
            return String.join(
                    " or ",
                    schema.get("anyOf").valueStream().map(SchemaWords::of).toList());
        }
        String words = schema.has("items")
                ? "list of " + of(schema.get("items"))
                : schema.has("enum") ? terms(schema.get("enum")) : type(schema);
        return words + (isNullable(schema) ? " or null" : "");
    }

    static String link(String schema) {
        return "<a href=\"#schema-" + Html.escape(schema) + "\">" + Html.escape(schema) + "</a>";
    }

    private static String terms(JsonNode terms) {
        return String.join(
                " | ",
                terms.valueStream()
                        .filter(term -> !term.isNull())
                        .map(term -> "<code>" + Html.escape(term.asString()) + "</code>")
                        .toList());
    }

    private static String type(JsonNode schema) {
        List<String> words = new ArrayList<>();
        words.add(types(schema).stream()
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse("anything"));
        if (schema.path("format").asString("").matches("uuid|date|date-time")) {
            words.add("(" + schema.get("format").asString() + ")");
        }
        if (schema.has("minimum")) {
            words.add("from " + number(schema.get("minimum")));
        }
        if (schema.has("maximum")) {
            words.add("to " + number(schema.get("maximum")));
        }
        return Html.escape(String.join(" ", words));
    }

    private static boolean isNullable(JsonNode schema) {
        List<String> types = types(schema);
        return types.size() > 1 && types.contains("null");
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : List.of(type.asString("anything"));
    }

    private static String number(JsonNode bound) {
        return new BigDecimal(bound.asString()).stripTrailingZeros().toPlainString();
    }
}
