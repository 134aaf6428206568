package ai.artenic.optimizer.adapters.http.endpoint;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/// The name of one request in answers, headers and log lines: the sender's own, or one of ours.
final class CorrelationId {
    static final String HEADER = "X-Correlation-Id";
    static final String LOG_KEY = "correlation_id";
    private static final Pattern ADMITTED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private CorrelationId() {}

    /// Names the request, in its answer and in what is logged from now on.
    static void begin(Context context) {
        String sent = context.header(HEADER);
        String id = sent != null && ADMITTED.matcher(sent).matches() ? sent : random().toString();
        context.attribute(HEADER, id);
        context.header(HEADER, id);
        MDC.put(LOG_KEY, id);
    }

    /// Version 4 as others, but of a generator that asks the system for nothing: it is to be unique, not to be secret.
    private static UUID random() {
        var random = ThreadLocalRandom.current();
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    static void end() {
        MDC.remove(LOG_KEY);
    }

    static String of(Context context) {
        String id = context.attribute(HEADER);
        return id == null ? "unknown" : id;
    }
}
