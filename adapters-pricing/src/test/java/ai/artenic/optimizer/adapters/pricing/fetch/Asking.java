package ai.artenic.optimizer.adapters.pricing.fetch;

import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.adapters.pricing.fx.EcbRates;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web.BodyReader;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Webs with little patience, and what they say.
final class Asking {
    static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    static final BodyReader<String> TEXT = body -> new String(body.readAllBytes(), StandardCharsets.UTF_8);

    /// Three attempts, with hardly a wait between them.
    static final Limits LIMITS = new Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            1,
            3,
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            100,
            Duration.ofHours(1));

    /// The same for servers that say nothing.
    static final Limits IMPATIENT = silence(Duration.ofMillis(300));

    private Asking() {}

    static Limits silence(Duration silence) {
        return new Limits(
                LIMITS.connect(),
                silence,
                LIMITS.attempt(),
                LIMITS.slowest(),
                2,
                LIMITS.firstWait(),
                LIMITS.longestWait(),
                LIMITS.failures(),
                LIMITS.rest());
    }

    static Limits pace(Duration attempt, int slowest) {
        return new Limits(
                LIMITS.connect(),
                LIMITS.silence(),
                attempt,
                slowest,
                2,
                LIMITS.firstWait(),
                LIMITS.longestWait(),
                LIMITS.failures(),
                LIMITS.rest());
    }

    static Limits breaker(int failures, Duration rest) {
        return new Limits(
                LIMITS.connect(),
                LIMITS.silence(),
                LIMITS.attempt(),
                LIMITS.slowest(),
                1,
                LIMITS.firstWait(),
                LIMITS.longestWait(),
                failures,
                rest);
    }

    /// A web whose provider's endpoint stands at this address.
    static HttpWeb web(String endpoint, Limits limits) {
        return new HttpWeb(
                Set.of(),
                new SourceSettings("any", Set.of("endpoint"), Map.of("endpoint", endpoint)),
                limits,
                new SplittableRandom(1),
                () -> NOW);
    }

    /// A reader of XML whose host this server stands for.
    static EcbRates rates(RawServer server) {
        return new EcbRates(new HttpWeb(
                EcbRates.HOSTS,
                new SourceSettings("ecb", Set.of(), Map.of("mirror", server.address())),
                LIMITS,
                new SplittableRandom(1),
                () -> NOW));
    }

    static String text(RawServer server) throws UnreadableSourceException {
        return web(server.address(), LIMITS).read(get(server), TEXT);
    }

    static WebRequest get(RawServer server) {
        return WebRequest.get(URI.create(server.address() + "/prices"));
    }

    static String error(RawServer server, Limits limits) {
        return error(web(server.address(), limits), get(server));
    }

    static String error(HttpWeb web, WebRequest request) {
        return error(web, request, TEXT);
    }

    static String error(HttpWeb web, WebRequest request, BodyReader<?> reader) {
        return String.valueOf(assertThrows(UnreadableSourceException.class, () -> web.read(request, reader))
                .getMessage());
    }
}
