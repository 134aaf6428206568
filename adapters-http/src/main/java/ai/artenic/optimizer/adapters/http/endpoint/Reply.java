package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is sent back.
///
/// @param contentType with its charset, where it is text
@SuppressWarnings("ArrayRecordComponent") // replies are written once and never compared
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final String RETRY_AFTER_SECONDS = "5";

    public static Reply json(Object answer) {
        return json(200, answer);
    }

    public static Reply json(int status, Object answer) {
        return new Reply(status, Answer.JSON, Json.bytes(answer), Map.of());
    }

    /// The reply with one more header.
    public Reply with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, body, Map.copyOf(more));
    }

    /// @param contentType with its charset
    public static Reply text(String contentType, String text) {
        return new Reply(200, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// @param instance correlation id of the request
    public static Reply problem(Problem problem, String instance) {
        return new Reply(
                problem.kind().status(),
                Answer.PROBLEM_JSON,
                Json.bytes(problem.json(instance)),
                problem.kind() == ProblemKind.UNAVAILABLE ? Map.of("Retry-After", RETRY_AFTER_SECONDS) : Map.of());
    }
}
