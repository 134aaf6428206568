package ai.artenic.optimizer.adapters.pricing.spi;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request to a provider. Headers, the query and the body may hold secrets and are never shown.
public final class WebRequest {
    /// Size of an unzipped answer beyond which it is refused, unless [#upTo] allows more.
    public static final long USUAL_MOST_BYTES = 64L << 20;

    private final URI uri;
    private final Map<String, String> headers;
    private final Optional<String> body;
    private final long mostBytes;
    private final Optional<String> answerHeader;

    private WebRequest(
            URI uri,
            Map<String, String> headers,
            Optional<String> body,
            long mostBytes,
            Optional<String> answerHeader) {
        this.mostBytes = mostBytes;
        this.answerHeader = answerHeader;
        this.uri = uri;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    /// Asks for what is there.
    public static WebRequest get(URI uri) {
        return new WebRequest(uri, Map.of(), Optional.empty(), USUAL_MOST_BYTES, Optional.empty());
    }

    /// Sends JSON that asks for something and changes nothing.
    public static WebRequest post(URI uri, String json) {
        return new WebRequest(
                uri, Map.of("Content-Type", "application/json"), Optional.of(json), USUAL_MOST_BYTES, Optional.empty());
    }

    /// The same with a header.
    public WebRequest header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WebRequest(uri, more, body, mostBytes, answerHeader);
    }

    /// The same with a bearer token.
    public WebRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /// The same for an answer of up to so many bytes when unzipped.
    public WebRequest upTo(long bytes) {
        return new WebRequest(uri, headers, body, bytes, answerHeader);
    }

    /// The same where the answer stands in this header, as a new token does, and the body is not read.
    public WebRequest answeredBy(String header) {
        return new WebRequest(uri, headers, body, mostBytes, Optional.of(header));
    }

    public Optional<String> answerHeader() {
        return answerHeader;
    }

    public long mostBytes() {
        return mostBytes;
    }

    public URI uri() {
        return uri;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Optional<String> body() {
        return body;
    }

    /// Host and path, without anything that may be secret.
    @Override
    public String toString() {
        return uri.getHost() + uri.getPath();
    }
}
