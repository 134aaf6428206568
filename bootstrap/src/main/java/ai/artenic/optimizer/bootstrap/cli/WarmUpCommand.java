package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.bootstrap.Service;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Exercises what a service and a one-shot use, so that the launcher can make the JDK's start-up cache from it.
@Command(name = "warm-up", hidden = true, mixinStandardHelpOptions = true, description = "Trains the start-up cache.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WarmUpCommand implements Callable<Integer> {
    private static final int ROUNDS = 20;
    private static final String QUESTION = """
            {"workload": {"dataset_size_gb": 50, "model_params_m": 7000, "framework": "pytorch", "gpu_required": true,
              "precision": "bf16", "method": "lora"}}""";
    private static final List<String> PAGES = List.of(
            "/health/ready",
            "/metrics",
            "/openapi.json",
            "/docs",
            "/",
            "/api/v1/optimizer/status",
            "/api/v1/optimizer/history",
            "/api/v1/optimizer/offers?gpu_type=A100&sort=price");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--store", defaultValue = "embedded", description = "Store to exercise (default: embedded)")
    private String store;

    @Override
    public Integer call() throws Exception {
        Path scratch = Files.createTempDirectory("optimizer-warm-up");
        try {
            Map<ConfigKey, String> flags = new EnumMap<>(ConfigKey.class);
            flags.put(ConfigKey.STORE_KIND, store);
            flags.put(ConfigKey.STORE_DATA_DIRECTORY, scratch.resolve("data").toString());
            flags.put(ConfigKey.SERVER_PORT, "0");
            PrintWriter err = spec.commandLine().getErr();
            Config config = options.config(flags, err).orElseThrow();
            try (Service service = Service.start(config);
                    HttpClient client = HttpClient.newHttpClient()) {
                exercise(client, "http://127.0.0.1:" + service.port());
            }
            oneShot();
            return ExitCode.OK;
        } finally {
            delete(scratch);
        }
    }

    private static void exercise(HttpClient client, String base) throws IOException, InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            var question = HttpRequest.newBuilder(URI.create(base + "/api/v1/optimizer/recommend"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(QUESTION));
            client.send(question.build(), HttpResponse.BodyHandlers.ofString());
        }
        for (String page : PAGES) {
            client.send(HttpRequest.newBuilder(URI.create(base + page)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void oneShot() {
        var commandLine = OptimizerCommand.commandLine();
        commandLine.setOut(new PrintWriter(Writer.nullWriter()));
        commandLine.execute(
                "recommend", "--framework", "pytorch", "--model-params-m", "7000", "--dataset-size-gb", "50", "--gpu");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
