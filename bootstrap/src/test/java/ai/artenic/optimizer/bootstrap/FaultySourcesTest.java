package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A whole service whose live sources fail, each in its own way.
class FaultySourcesTest {
    private static final String STATUS = "/api/v1/optimizer/status";
    private static final String QUESTION = """
            {"workload": {"dataset_size_gb": 50, "model_params_m": 7000, "framework": "pytorch", "gpu_required": true,
              "precision": "bf16", "method": "lora", "checkpointing": true}, "top_n": 5, "persist": false}""";

    /// What `status` says of each source in the end.
    private static final Map<String, String> ERRORS = Map.of(
            "lambda_labs", "cloud.lambda.ai/api/v1/instance-types said nothing for 1.0 s",
            "oci", "answers too slowly: 0 KB after more than 4.0 s",
            "hetzner", "answered 500",
            "ovh", "has no trustworthy TLS connection");

    @TempDir
    Path folder;

    /// Says the beginning of an answer and then a byte now and then.
    private static void drip(ServerSocket server) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket connection = server.accept();
                    Thread.ofVirtual().start(() -> drip(connection));
                } catch (IOException e) {
                    return; // closed
                }
            }
        });
    }

    private static void drip(Socket connection) {
        try (connection) {
            var out = connection.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(' ');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // the service hung up
        }
    }

    private static HttpServer broken() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(500, -1);
            }
        });
        server.start();
        return server;
    }

    /// Has no certificate to show.
    private static HttpServer untrusted() throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
        server.start();
        return server;
    }

    private static String port(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static Map<String, String> environment(
            ServerSocket silent, ServerSocket dripping, HttpServer broken, HttpServer untrusted) {
        var environment = new HashMap<String, String>();
        environment.put("ARTENIC_PRICING__LIVE", "ecb,hetzner,lambda_labs,oci,ovh");
        environment.put("ARTENIC_PRICING__LAMBDA_LABS__API_KEY", "hush");
        environment.put("ARTENIC_PRICING__HETZNER__TOKEN", "hush");
        Map.of(
                        "lambda_labs", "http://127.0.0.1:" + silent.getLocalPort(),
                        "oci", "http://127.0.0.1:" + dripping.getLocalPort(),
                        "hetzner", "http://" + port(broken),
                        "ecb", "http://" + port(broken),
                        "ovh", "https://" + port(untrusted))
                .forEach((source, mirror) -> {
                    String prefix = "ARTENIC_PRICING__" + source.toUpperCase(Locale.ROOT);
                    environment.put(prefix + "__MIRROR", mirror);
                    environment.put(prefix + "__TIMEOUT", "PT1S");
                });
        return environment;
    }

    private static JsonNode provider(JsonNode status, String key) {
        return StreamSupport.stream(status.at("/catalog/providers").spliterator(), false)
                .filter(one -> one.get("provider").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNamed(JsonNode status, String key) {
        return provider(status, key).path("last_error").asString("").contains(ERRORS.get(key));
    }

    private static void assertRecommends(Replica replica) throws Exception {
        Replica.Reply answer = replica.post("/recommend", QUESTION);
        assertEquals(200, answer.status(), answer.json().toString());
        assertEquals(5, answer.json().get("recommendations").size());
    }

    private static void assertIsAsOldAs(Instant observedAt, JsonNode status, String key) {
        JsonNode provider = provider(status, key);
        assertEquals(observedAt, Instant.parse(provider.get("observed_at").asString()));
        Instant asOf = Instant.parse(status.get("as_of").asString());
        assertEquals(
                Duration.between(observedAt, asOf).toSeconds(),
                provider.get("age_seconds").asLong());
    }

    private static Instant observedAt(JsonNode status, String key) {
        return Instant.parse(provider(status, key).get("observed_at").asString());
    }

    /// Reads the prices of one provider once and lets a day pass.
    private static Instant lastGood(SharedDatabase database) throws Exception {
        try (var server = new LambdaServer();
                Replica replica = Replica.on(database.url(), server.environment())) {
            JsonNode status = replica.await(
                    STATUS,
                    now -> provider(now, "lambda_labs").get("source").asString().equals("live"));
            database.run("update optimizer_price_lists set attempted_at = attempted_at - interval '1 day'");
            return observedAt(status, "lambda_labs");
        }
    }

    @Test
    void sources_that_hang_drip_fail_or_cannot_be_trusted_hold_up_nothing_and_are_named_with_the_age_of_their_prices()
            throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"));
                var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var dripping = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Instant lastGood = lastGood(database);
            drip(dripping);
            HttpServer broken = broken();
            HttpServer untrusted = untrusted();
            try (Replica replica = Replica.on(database.url(), environment(silent, dripping, broken, untrusted))) {
                JsonNode before = replica.get(STATUS);
                assertEquals("up", replica.get("/health/ready").get("status").asString());
                assertRecommends(replica);

                JsonNode after =
                        replica.await(STATUS, status -> ERRORS.keySet().stream().allMatch(key -> isNamed(status, key)));
                assertRecommends(replica);
                assertEquals("up", replica.get("/health/ready").get("status").asString());
                assertEquals(
                        "live", provider(after, "lambda_labs").get("source").asString());
                assertIsAsOldAs(lastGood, after, "lambda_labs");
                for (String key : new String[] {"oci", "hetzner", "ovh"}) {
                    assertEquals("snapshot", provider(after, key).get("source").asString());
                    assertIsAsOldAs(observedAt(before, key), after, key);
                }
                assertTrue(replica.get("/api/v1/optimizer/offers?provider=lambda_labs")
                                .get("items")
                                .size()
                        > 0);
            } finally {
                broken.stop(0);
                untrusted.stop(0);
            }
        }
    }
}
