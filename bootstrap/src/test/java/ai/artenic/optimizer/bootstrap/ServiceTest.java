package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.bootstrap.config.ConfigSources;
import ai.artenic.optimizer.domain.intake.Intake;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole service in this process, over real HTTP.
class ServiceTest {
    private static final String QUESTION = """
            {"workload": {"dataset_size_gb": 50, "model_params_m": 7000, "framework": "pytorch", "gpu_required": true,
              "precision": "bf16", "method": "lora", "checkpointing": true}, "top_n": 10}""";

    @TempDir
    Path folder;

    private static Config config(Map<ConfigKey, String> flags) {
        if (ConfigSources.read(Optional.empty(), Map.of(), flags) instanceof Intake.Accepted<Config>(Config config)) {
            return config;
        }
        throw new AssertionError("not accepted: " + flags);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI uri(Service service, String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private static HttpResponse<String> recommend(Service service) throws Exception {
        return send(HttpRequest.newBuilder(uri(service, "/api/v1/optimizer/recommend"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION)));
    }

    @Test
    void with_the_memory_store_it_is_ready_and_recommends() throws Exception {
        try (Service service =
                Service.start(config(Map.of(ConfigKey.STORE_KIND, "memory", ConfigKey.SERVER_PORT, "0")))) {
            assertEquals("memory", service.storeKind());
            assertTrue(service.catalog().snapshot().offers().size() > 12_000);
            assertEquals(
                    200,
                    send(HttpRequest.newBuilder(uri(service, "/health/ready"))).statusCode());
            assertEquals(200, recommend(service).statusCode());
        }
    }

    @Test
    void what_it_answered_is_in_the_history_after_a_restart() throws Exception {
        Config config = config(Map.of(
                ConfigKey.STORE_DATA_DIRECTORY, folder.resolve("data").toString(),
                ConfigKey.STORE_BINARIES_DIRECTORY,
                        Path.of("target", "postgresql-binaries")
                                .toAbsolutePath()
                                .toString(),
                ConfigKey.SERVER_PORT, "0"));
        String id;
        try (Service service = Service.start(config)) {
            assertEquals("embedded-postgresql", service.storeKind());
            String body = recommend(service).body();
            id = body.replaceFirst("(?s).*\"recommendation_id\":\\s*\"([0-9a-f-]+)\".*", "$1");
        }
        try (Service service = Service.start(config)) {
            String history = send(HttpRequest.newBuilder(uri(service, "/api/v1/optimizer/history")))
                    .body();
            assertTrue(history.contains(id), history);
        }
    }
}
