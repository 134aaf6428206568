package ai.artenic.optimizer.adapters.http.endpoint;

import org.jspecify.annotations.Nullable;

/// A response an endpoint gives when nothing is wrong.
///
/// @param type what its JSON is written from; null for other media types
public record Answer(int status, String mediaType, @Nullable Class<?> type, String meaning) {
    public static final String JSON = "application/json";
    public static final String PROBLEM_JSON = "application/problem+json";
    public static final String JSON_LINES = "application/x-ndjson";
    public static final String CSV = "text/csv";
    static final String CSV_UTF_8 = CSV + "; charset=utf-8";
    public static final String HTML = "text/html";

    public static Answer ok(Class<?> type, String meaning) {
        return new Answer(200, JSON, type, meaning);
    }

    public static Answer ok(String mediaType, String meaning) {
        return new Answer(200, mediaType, null, meaning);
    }
}
