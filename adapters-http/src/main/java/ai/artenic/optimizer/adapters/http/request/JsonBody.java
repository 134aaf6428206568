package ai.artenic.optimizer.adapters.http.request;

import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemException;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// A JSON object of a request, read strictly: UTF-8, no duplicate names, nothing after it, no numbers JSON does not
/// have, bounded depth.
///
/// @param fields values are text, Long, Double, Boolean, lists, maps or null
/// @param violations texts that no field can hold
public record JsonBody(Map<String, Object> fields, List<Violation> violations) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonTree.DEEPEST + 1)
                    .build())
            .build();

    /// Reads the object.
    ///
    /// @throws ProblemException if the bytes are not one JSON object
    public static JsonBody read(byte[] bytes) {
        String text = decode(bytes);
        if (text.isBlank()) {
            throw malformed("The body is empty; a JSON object is expected.");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var tree = new JsonTree(parser);
            Object root = tree.readDocument();
            if (!(root instanceof Map<?, ?>)) {
                throw ProblemException.invalid("", "must be a JSON object");
            }
            @SuppressWarnings("unchecked") // the reader makes maps with text keys only
            var fields = (Map<String, Object>) root;
            return new JsonBody(fields, tree.violations());
        } catch (StreamConstraintsException e) {
            throw malformed("The body holds a name or a number of more characters than are read.");
        } catch (JacksonException e) {
            throw malformed("The body is not valid JSON at " + place(e.getLocation()) + ".");
        }
    }

    /// The value a reader of the domain makes of the object.
    ///
    /// @throws ProblemException naming everything that is wrong with it
    public <T> T as(Function<Map<String, Object>, Intake<T>> reader) {
        return switch (intake(reader)) {
            case Intake.Accepted<T>(T value) -> value;
            case Intake.Refused<T>(var refused) -> throw new ProblemException(new Problem.Invalid(refused));
        };
    }

    /// The value a reader of the domain makes of the object, or everything that is wrong with it.
    <T> Intake<T> intake(Function<Map<String, Object>, Intake<T>> reader) {
        return switch (reader.apply(fields)) {
            case Intake.Accepted<T> accepted -> violations.isEmpty() ? accepted : new Intake.Refused<>(violations);
            case Intake.Refused<T>(var refused) -> {
                var all = new ArrayList<>(violations);
                all.addAll(refused);
                yield new Intake.Refused<>(all);
            }
        };
    }

    static ProblemException malformed(String detail) {
        return new ProblemException(ProblemKind.MALFORMED_JSON, detail);
    }

    static String place(@Nullable TokenStreamLocation location) {
        return location == null
                ? "an unknown place"
                : "line " + Math.max(1, location.getLineNr()) + ", column " + Math.max(1, location.getColumnNr());
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed("The body is not valid UTF-8.");
        }
    }
}
