package ai.artenic.optimizer.adapters.http.request;

import ai.artenic.optimizer.domain.intake.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one JSON document into plain values, within limits no honest request comes near.
final class JsonTree {
    static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_MEMBERS = 1_000;
    private static final int LONGEST_LONG = 18;

    private final JsonParser parser;
    private final List<String> path = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    @Nullable
    Object readDocument() {
        Object root = value(parser.nextToken());
        if (parser.nextToken() != null) {
            throw JsonBody.malformed("Something follows the JSON value at " + place() + ".");
        }
        return root;
    }

    List<Violation> violations() {
        return violations;
    }

    private @Nullable Object value(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw JsonBody.malformed("The body ends before its value does, at " + place() + ".");
        };
    }

    private Map<String, @Nullable Object> object() {
        refuseDepth();
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            refuseName(name, members);
            path.add(name);
            if (!isStorable(name)) {
                violations.add(new Violation(pointer(), "has a name with U+0000"));
            }
            members.put(name, value(parser.nextToken()));
            path.removeLast();
        }
        return members;
    }

    private List<@Nullable Object> list() {
        refuseDepth();
        var items = new ArrayList<@Nullable Object>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            path.add(Integer.toString(items.size()));
            items.add(value(token));
            path.removeLast();
        }
        return items;
    }

    private String text(String text) {
        if (!isStorable(text)) {
            violations.add(new Violation(pointer(), "must not hold U+0000 or half of a surrogate pair"));
        }
        return text;
    }

    /// No number is ever expanded: digits beyond a double round to it, or to infinity.
    private static Number number(JsonToken token, String digits) {
        return token == JsonToken.VALUE_NUMBER_INT && digits.length() <= LONGEST_LONG
                ? (Number) Long.valueOf(digits)
                : (Number) Double.valueOf(digits);
    }

    private void refuseName(String name, Map<String, @Nullable Object> members) {
        if (members.containsKey(name)) {
            throw JsonBody.malformed("The name \"" + shown(name) + "\" is there twice, at " + place() + ".");
        }
        if (name.length() > LONGEST_NAME || members.size() == MOST_MEMBERS) {
            throw JsonBody.malformed("An object has a name of more than " + LONGEST_NAME + " characters or more than "
                    + MOST_MEMBERS + " members, at " + place() + ".");
        }
    }

    private void refuseDepth() {
        if (path.size() >= DEEPEST) {
            throw JsonBody.malformed("The body is nested deeper than " + DEEPEST + " levels, at " + place() + ".");
        }
    }

    private String pointer() {
        var pointer = new StringBuilder();
        path.forEach(step ->
                pointer.append('/').append(shown(step).replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }

    private String place() {
        return JsonBody.place(parser.currentLocation());
    }

    /// Whether UTF-8 and the store can hold the text.
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String shown(String name) {
        String head = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        return head.replace('\0', '?');
    }
}
