package ai.artenic.optimizer.adapters.pricing;

import ai.artenic.optimizer.adapters.pricing.fetch.Limits;
import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.adapters.pricing.hardware.GpuTable;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// A real HTTP server on loopback that answers like a provider, under the provider's own host names as a mirror
/// does.
public final class ProviderServer implements AutoCloseable {
    /// When the tests observe prices.
    public static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            1,
            2,
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            100,
            Duration.ofMillis(1));

    private final HttpServer server;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private BiFunction<Provider, String, Optional<Machine>> machines = (provider, type) -> Optional.empty();
    private List<Offer> bundled = List.of();

    /// What a request is answered with.
    @FunctionalInterface
    public interface Answer {
        Reply to(Request request);
    }

    /// What is sent back.
    public record Reply(int status, Map<String, String> headers, String body) {
        /// An answer as it should be.
        public static Reply ok(String body) {
            return new Reply(200, Map.of(), body);
        }
    }

    /// A request as it came.
    public record Request(String method, String address, Map<String, List<String>> headers, String body) {}

    public ProviderServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /// Answers this address, such as `cloud.lambda.ai/api/v1/instance-types`, with a text. An address with a query
    /// is found before the same without.
    public ProviderServer at(String address, String text) {
        return at(address, request -> Reply.ok(text));
    }

    /// Answers this address with the file of this name beside the test class.
    public ProviderServer at(String address, Class<?> test, String file) {
        try (var in = test.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + file + " beside " + test);
            }
            return at(address, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Answers this address.
    public ProviderServer at(String address, Answer answer) {
        answers.put(address, answer);
        return this;
    }

    /// Makes the hardware of instance types known.
    public ProviderServer knowing(Map<String, Machine> known) {
        machines = (provider, type) -> Optional.ofNullable(known.get(type));
        return this;
    }

    /// Makes these the offers of the bundled snapshot.
    public ProviderServer bundling(List<Offer> offers) {
        bundled = List.copyOf(offers);
        return this;
    }

    /// The requests so far.
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// The provider's source, which asks this server.
    ///
    /// @param settings name, value, name, value …
    public PriceSource source(PriceSourceProvider provider, String... settings) {
        var values = new LinkedHashMap<String, String>();
        values.put("mirror", "http://127.0.0.1:" + server.getAddress().getPort());
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        var gpus = GpuTable.bundled();
        return new LiveSources(gpus, FxTable.bundled()::rate, machines, this::bundled, LIMITS, () -> NOW)
                .create(provider, new SourceSettings(provider.key(), provider.settings(), values));
    }

    private List<Offer> bundled(Provider provider) {
        return bundled.stream()
                .filter(offer -> offer.id().provider().equals(provider))
                .toList();
    }

    /// The address of this server, for settings such as `endpoint`.
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String address = exchange.getRequestURI().toString().substring(1);
            var request =
                    new Request(exchange.getRequestMethod(), address, Map.copyOf(exchange.getRequestHeaders()), body);
            requests.add(request);
            Answer answer = answers.getOrDefault(address, answers.get(address.replaceAll("\\?.*", "")));
            send(exchange, answer == null ? new Reply(404, Map.of(), "") : answer.to(request));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
