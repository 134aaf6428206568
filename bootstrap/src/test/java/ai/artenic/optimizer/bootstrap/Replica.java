package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.bootstrap.config.ConfigSources;
import ai.artenic.optimizer.domain.intake.Intake;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service in this process, spoken to over HTTP.
final class Replica implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Service service;

    private Replica(Service service) {
        this.service = service;
    }

    /// @param more settings beyond the database
    static Replica with(String databaseUrl, Map<ConfigKey, String> more) throws Exception {
        return start(databaseUrl, Map.of(), more);
    }

    /// @param environment settings beyond the database, as variables
    static Replica on(String databaseUrl, Map<String, String> environment) throws Exception {
        return start(databaseUrl, environment, Map.of());
    }

    private static Replica start(String databaseUrl, Map<String, String> environment, Map<ConfigKey, String> more)
            throws Exception {
        var flags = new EnumMap<ConfigKey, String>(ConfigKey.class);
        flags.putAll(more);
        flags.putIfAbsent(ConfigKey.STORE_CHECKOUT_MAX, "PT30S"); // the machine may be busy
        flags.put(ConfigKey.STORE_DATABASE_URL, databaseUrl);
        flags.put(ConfigKey.SERVER_PORT, "0");
        if (ConfigSources.read(Optional.empty(), environment, flags) instanceof Intake.Accepted<Config>(var config)) {
            return new Replica(Service.start(config));
        }
        throw new AssertionError("not accepted: " + flags);
    }

    record Reply(int status, JsonNode json) {}

    String url() {
        return "http://127.0.0.1:" + service.port();
    }

    JsonNode get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url() + path))).json();
    }

    /// What is answered, whatever it is.
    String text(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    JsonNode status() throws Exception {
        return get("/api/v1/optimizer/status");
    }

    Reply post(String path, String body) throws Exception {
        return post(path, "application/json", body);
    }

    /// Posts JSON lines.
    Reply postLines(String path, List<String> lines) throws Exception {
        return post(path, "application/x-ndjson", String.join("\n", lines));
    }

    private Reply post(String path, String type, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url() + "/api/v1/optimizer" + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Asks again and again until the answer is as wanted.
    JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
        return await(() -> get(path), wanted);
    }

    /// Asks again and again until the answer is as wanted.
    static JsonNode await(Callable<JsonNode> question, Predicate<JsonNode> wanted) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode answer = question.call();
        while (!wanted.test(answer)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the answer still is " + answer);
            }
            answer = question.call();
        }
        return answer;
    }

    private Reply send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    }

    @Override
    public void close() {
        service.close();
        http.close();
    }
}
