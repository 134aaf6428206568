package ai.artenic.optimizer.adapters.pricing.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was made of answers, with the marks by which a server tells whether they have changed (RFC 9110, 13).
final class Remembered {
    private static final int MOST = 500;
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,999}");

    private final Cache<URI, Known> answers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Known(Optional<String> tag, Optional<String> modified, Object made) {}

    /// Asks to be told only of changes.
    void ask(URI uri, HttpRequest.Builder request) {
        @Nullable Known known = answers.getIfPresent(uri);
        if (known != null) {
            known.tag().ifPresent(tag -> request.header("If-None-Match", tag));
            known.modified().ifPresent(date -> request.header("If-Modified-Since", date));
        }
    }

    /// What was made of the answer before; empty if it was forgotten.
    Optional<Object> find(URI uri) {
        return Optional.ofNullable(answers.getIfPresent(uri)).map(Known::made);
    }

    void keep(URI uri, HttpHeaders headers, Object made) {
        Optional<String> tag = headers.firstValue("ETag").filter(Remembered::isSendable);
        Optional<String> modified = headers.firstValue("Last-Modified").filter(Remembered::isSendable);
        if (tag.isPresent() || modified.isPresent()) {
            answers.put(uri, new Known(tag, modified, made));
        }
    }

    /// A mark is sent back, so it must be such as a header can hold.
    private static boolean isSendable(String mark) {
        return SENDABLE.matcher(mark).matches();
    }
}
