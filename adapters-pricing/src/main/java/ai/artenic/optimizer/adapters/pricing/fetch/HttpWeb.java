package ai.artenic.optimizer.adapters.pricing.fetch;

import ai.artenic.optimizer.adapters.pricing.fetch.Failures.MisshapenException;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;

/// The web over the JDK's HTTP client, for one provider.
public final class HttpWeb implements Web {
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> GOOD = Set.of(200, 201);

    private final HttpClient client;
    private final Origins origins;
    private final Limits limits;
    private final Patience patience;
    private final InstantSource clock;
    private final Remembered remembered = new Remembered();

    /// @param hosts the provider's own
    /// @param settings may name an `endpoint` and a `mirror`
    /// @param random spreads retries
    /// @throws IllegalArgumentException if `endpoint` or `mirror` is set to what is no HTTP address
    public HttpWeb(
            Set<String> hosts, SourceSettings settings, Limits limits, RandomGenerator random, InstantSource clock) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.origins = Origins.of(hosts, settings);
        this.limits = limits;
        this.patience = new Patience(limits, random);
        this.clock = clock;
    }

    @Override
    public <T> T read(WebRequest request, BodyReader<T> reader) throws UnreadableSourceException {
        origins.resolve(request.uri());
        return patience.attempt(request.toString(), () -> exchange(request, reader));
    }

    private <T> T exchange(WebRequest request, BodyReader<T> reader)
            throws IOException, InterruptedException, UnreadableSourceException {
        URI at = request.uri();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<InputStream> response = client.send(sent(request, at), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (!MOVED.contains(response.statusCode())) {
                    return answered(request, response, body, reader);
                }
                at = elsewhere(request, at, response);
            }
        }
        throw new UnreadableSourceException(request + " redirects without end");
    }

    private HttpRequest sent(WebRequest request, URI at) throws UnreadableSourceException {
        var builder = HttpRequest.newBuilder(origins.resolve(at))
                .timeout(limits.attempt())
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "artenic-optimizer");
        request.headers().forEach(builder::header);
        request.body().ifPresentOrElse(json -> builder.POST(BodyPublishers.ofString(json)), () -> {
            builder.GET();
            remembered.ask(request.uri(), builder);
        });
        return builder.build();
    }

    private static URI elsewhere(WebRequest request, URI at, HttpResponse<?> response)
            throws UnreadableSourceException {
        Optional<String> location = response.headers().firstValue("Location");
        if (location.isEmpty()) {
            throw new UnreadableSourceException(request + " redirects to nowhere");
        }
        try {
            URI target = at.resolve(location.get());
            if (Origins.isSameOrigin(at, target)) {
                return target;
            }
            throw new UnreadableSourceException(request + " redirects to another host, " + target.getHost());
        } catch (IllegalArgumentException e) {
            throw new UnreadableSourceException(request + " redirects to what is no address", e);
        }
    }

    @SuppressWarnings("unchecked") // an address has one reader
    private <T> T answered(WebRequest request, HttpResponse<?> response, InputStream body, BodyReader<T> reader)
            throws IOException, UnreadableSourceException {
        int status = response.statusCode();
        if (status == NOT_MODIFIED) {
            return (T) remembered
                    .find(request.uri())
                    .orElseThrow(() -> new UnreadableSourceException(request + " answered 304 without being asked"));
        }
        if (BUSY.contains(status)) {
            throw new TransientException("answered " + status, requestedWait(response));
        }
        if (!GOOD.contains(status)) {
            throw new UnreadableSourceException(request + " answered " + status);
        }
        T made = made(reader, wanted(request, response, body));
        if (request.body().isEmpty()) {
            remembered.keep(request.uri(), response.headers(), made);
        }
        return made;
    }

    private static InputStream wanted(WebRequest request, HttpResponse<?> response, InputStream body)
            throws IOException, UnreadableSourceException {
        if (request.answerHeader().isEmpty()) {
            return unzipped(request, response, body);
        }
        String header = request.answerHeader().get();
        return new ByteArrayInputStream(response.headers()
                .firstValue(header)
                .orElseThrow(() -> new UnreadableSourceException(request + " answered without " + header))
                .getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Duration> requestedWait(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.parse(text, clock.instant()));
    }

    private static InputStream unzipped(WebRequest request, HttpResponse<?> response, InputStream body)
            throws IOException {
        var peeked = new PushbackInputStream(body, 2);
        byte[] first = peeked.readNBytes(2);
        peeked.unread(first);
        boolean zipped = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return new LimitedStream(zipped || isZipped(first) ? new GZIPInputStream(peeked) : peeked, request.mostBytes());
    }

    /// Some servers zip without saying so (RFC 1952, 2.3.1).
    private static boolean isZipped(byte[] first) {
        return first.length == 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
    }

    private static <T> T made(BodyReader<T> reader, InputStream body) throws IOException {
        try {
            return reader.read(body);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException wire) {
                throw wire;
            }
            throw new MisshapenException("did not answer the expected JSON: " + e.getOriginalMessage(), e);
        }
    }
}
