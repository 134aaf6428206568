package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.Terms;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A parameter of an endpoint as documented.
///
/// @param schema its JSON Schema
/// @param needed whether a request without it is refused
public record Parameter(In in, String name, String meaning, Map<String, Object> schema, boolean needed) {
    /// Where a parameter stands.
    public enum In {
        PATH,
        QUERY
    }

    public static Parameter id(String name, String meaning) {
        return new Parameter(In.PATH, name, meaning, Map.of("type", "string", "format", "uuid"), true);
    }

    /// The same, without which a request is refused.
    public Parameter asNeeded() {
        return new Parameter(in, name, meaning, schema, true);
    }

    /// The UUID of something else.
    public static Parameter reference(String name, String meaning) {
        return query(name, meaning, "string", Map.of("format", "uuid"));
    }

    /// A name in the path.
    public static Parameter name(String name, String meaning) {
        return new Parameter(In.PATH, name, meaning, Map.of("type", "string", "minLength", 1), true);
    }

    public static Parameter text(String name, String meaning) {
        return query(name, meaning, "string", Map.of("minLength", 1, "maxLength", 200));
    }

    public static Parameter cursor() {
        return query(
                "cursor", "next_cursor of the page before, with the same filters", "string", Map.of("minLength", 1));
    }

    public static Parameter flag(String name, String meaning) {
        return query(name, meaning, "boolean", Map.of());
    }

    /// A number that is not negative.
    public static Parameter number(String name, String meaning) {
        return query(name, meaning, "number", Map.of("minimum", 0));
    }

    public static Parameter number(String name, String meaning, Bounds bounds) {
        return query(name, meaning, "number", Map.of("minimum", bounds.least(), "maximum", bounds.most()));
    }

    /// A whole number.
    public static Parameter integer(String name, String meaning, Bounds bounds) {
        return query(name, meaning, "integer", Map.of("minimum", bounds.least(), "maximum", bounds.most()));
    }

    public static Parameter limit(int otherwise, int most) {
        var bounds = new LinkedHashMap<String, Object>();
        bounds.put("minimum", 1);
        bounds.put("maximum", most);
        bounds.put("default", otherwise);
        return query("limit", "most items on the page", "integer", bounds);
    }

    public static Parameter moment(String name, String meaning) {
        return query(name, meaning, "string", Map.of("format", "date-time"));
    }

    public static <E extends Enum<E>> Parameter choice(String name, String meaning, Class<E> terms) {
        List<String> names =
                Arrays.stream(terms.getEnumConstants()).map(Terms::wire).toList();
        return query(name, meaning, "string", Map.of("enum", names));
    }

    private static Parameter query(String name, String meaning, String type, Map<String, Object> rest) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type);
        schema.putAll(rest);
        return new Parameter(In.QUERY, name, meaning, schema, false);
    }
}
