package ai.artenic.optimizer.adapters.pricing.fetch;

import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private final Deadline silence;
    private final Patience patience;
    private final InstantSource clock;
    private final Remembered remembered = new Remembered();

    /// @param hosts the provider's own
    /// @param settings may name an `endpoint`, a `mirror` and a `timeout`
    /// @param random spreads retries
    /// @throws IllegalArgumentException if `endpoint` or `mirror` is set to what is no HTTP address
    public HttpWeb(
            Set<String> hosts, SourceSettings settings, Limits usual, RandomGenerator random, InstantSource clock) {
        this.limits = usual.as(settings);
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.origins = Origins.of(hosts, settings);
        this.silence = new Deadline(limits.silence());
        this.patience = new Patience(limits, random);
        this.clock = clock;
    }

    @Override
    public <T> T read(WebRequest request, BodyReader<T> reader) throws UnreadableSourceException {
        origins.resolve(request.uri());
        try {
            return patience.attempt(request.toString(), () -> exchange(request, reader));
        } catch (UnreadableSourceException e) {
            throw Secrets.of(request).hiddenIn(e);
        }
    }

    private <T> T exchange(WebRequest request, BodyReader<T> reader)
            throws IOException, InterruptedException, UnreadableSourceException {
        URI at = request.uri();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpRequest sent = sent(request, at);
            HttpResponse<InputStream> response = silence.within(() -> client.send(sent, BodyHandlers.ofInputStream()));
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
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "artenic-optimizer");
        for (var header : request.headers().entrySet()) {
            add(header.getKey(), header.getValue(), request, builder);
        }
        request.body().ifPresentOrElse(json -> builder.POST(BodyPublishers.ofString(json)), () -> {
            builder.GET();
            remembered.ask(request.uri(), builder);
        });
        return builder.build();
    }

    /// The value may be secret, and the JDK's own message shows it.
    private static void add(String name, String value, WebRequest request, HttpRequest.Builder builder)
            throws UnreadableSourceException {
        try {
            builder.header(name, value);
        } catch (IllegalArgumentException _) {
            throw new UnreadableSourceException(
                    request + " cannot be asked: what is to be sent as " + name + " is no header");
        }
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
            throw new UnreadableSourceException(request + " redirects to another host, " + Origins.shown(target));
        } catch (IllegalArgumentException _) {
            throw new UnreadableSourceException(request + " redirects to what is no address");
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
            throw TransientException.busy(status, requestedWait(response));
        }
        if (!GOOD.contains(status)) {
            throw new UnreadableSourceException(request + " answered " + status);
        }
        T made = made(request, response, body, reader);
        if (request.body().isEmpty()) {
            remembered.keep(request.uri(), response.headers(), made);
        }
        return made;
    }

    private <T> T made(WebRequest request, HttpResponse<?> response, InputStream body, BodyReader<T> reader)
            throws IOException, UnreadableSourceException {
        if (request.answerHeader().isPresent()) {
            return inHeader(request, response, request.answerHeader().get(), reader);
        }
        long most = request.mostBytes();
        var wire = new WireStream(body, limits, silence, Body.mostZipped(most));
        return new Body(wire, response.headers(), most).read(reader);
    }

    private static <T> T inHeader(WebRequest request, HttpResponse<?> response, String header, BodyReader<T> reader)
            throws IOException, UnreadableSourceException {
        String value = response.headers()
                .firstValue(header)
                .orElseThrow(() -> new UnreadableSourceException(request + " answered without " + header));
        return reader.read(new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Duration> requestedWait(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.parse(text, clock.instant()));
    }
}
