package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is sent back: made whole before the first byte leaves, or written piece by piece.
public sealed interface Reply {
    /// The media type, with its charset where it is text.
    String contentType();

    Map<String, String> headers();

    /// The reply with one more header.
    Reply with(String name, String value);

    /// An answer in memory.
    @SuppressWarnings("ArrayRecordComponent") // replies are written once and never compared
    record Whole(int status, String contentType, byte[] body, Map<String, String> headers) implements Reply {
        @Override
        public Whole with(String name, String value) {
            return new Whole(status, contentType, body, and(headers, name, value));
        }
    }

    /// An answer of status 200 that is too long for memory. What can be refused must be refused before there is
    /// one: once it is being written, a failure can only break it off.
    record Streamed(String contentType, Writing writing, Map<String, String> headers) implements Reply {
        @Override
        public Streamed with(String name, String value) {
            return new Streamed(contentType, writing, and(headers, name, value));
        }
    }

    /// Writes the body of an answer. It is called once, or never where only the headers are asked for.
    @FunctionalInterface
    interface Writing {
        /// Writes all of it. Whatever is thrown breaks the answer off, so that its reader notices.
        ///
        /// @param out is not to be closed; it waits for slow readers
        /// @throws IOException if it cannot be written to
        void write(OutputStream out) throws IOException;
    }

    static Reply json(Object answer) {
        return json(200, answer);
    }

    static Reply json(int status, Object answer) {
        return new Whole(status, Answer.JSON, Json.bytes(answer), Map.of());
    }

    /// @param contentType with its charset
    static Reply text(String contentType, String text) {
        return new Whole(200, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Reply csv(String table) {
        return text(Answer.CSV_UTF_8, table);
    }

    static Reply csv(Writing writing) {
        return new Streamed(Answer.CSV_UTF_8, writing, Map.of());
    }

    /// @param instance correlation id of the request
    static Whole problem(Problem problem, String instance) {
        return new Whole(
                problem.kind().status(),
                Answer.PROBLEM_JSON,
                Json.bytes(problem.json(instance)),
                problem.kind() == ProblemKind.UNAVAILABLE ? Map.of("Retry-After", "5") : Map.of()); // seconds
    }

    private static Map<String, String> and(Map<String, String> headers, String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return Map.copyOf(more);
    }
}
