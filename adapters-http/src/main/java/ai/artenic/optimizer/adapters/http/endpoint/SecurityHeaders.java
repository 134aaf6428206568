package ai.artenic.optimizer.adapters.http.endpoint;

import io.javalin.http.Context;
import java.util.Map;

/// Headers that keep browsers from doing with an answer what it is not meant for.
public final class SecurityHeaders {
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    /// The headers every answer carries, also those the server itself gives.
    public static final Map<String, String> OF_ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static void add(Context context, String contentType) {
        OF_ALL.forEach(context::header);
        context.header("Content-Security-Policy", contentType.startsWith(Answer.HTML) ? PAGE_POLICY : DATA_POLICY);
    }
}
