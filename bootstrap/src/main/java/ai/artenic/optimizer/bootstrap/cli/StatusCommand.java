package ai.artenic.optimizer.bootstrap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a running service how it stands.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows how a running service stands: store, prices and their age, what was not believed.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StatusCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Address of the service (default: ${DEFAULT-VALUE})")
    private String url;

    @Option(names = "--json", description = "Print the answer of GET /status")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/api/v1/optimizer/status"))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                err.println(url + " answered " + answer.statusCode() + ": is it an optimizer?");
                return ExitCode.FAILURE;
            }
            if (json) {
                out.println(answer.body());
            } else {
                print(JsonMapper.shared().readTree(answer.body()), out);
            }
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            err.println("--url is not a URL: " + url);
            return ExitCode.BAD_INPUT;
        } catch (IOException e) {
            err.println("Nothing answers at " + url + "; 'optimizer serve' starts the service.");
            return ExitCode.FAILURE;
        }
    }

    private static void print(JsonNode status, PrintWriter out) {
        JsonNode catalog = status.path("catalog");
        out.printf(
                "version %s, mode %s, store %s, up %d s%n",
                status.path("version").asString(),
                status.path("mode").asString(),
                status.path("store").asString(),
                status.path("uptime_seconds").asLong());
        out.printf(
                "%,d offers, snapshot %s%n%n",
                catalog.path("offers").asLong(), catalog.path("snapshot_id").asString());
        var table = new TextTable("provider", ">offers", "source", ">age in days", ">not believed");
        for (JsonNode provider : catalog.path("providers")) {
            table.add(
                    provider.path("provider").asString(),
                    Long.toString(provider.path("offers").asLong()),
                    provider.path("source").asString(),
                    Long.toString(
                            Duration.ofSeconds(provider.path("age_seconds").asLong())
                                    .toDays()),
                    Long.toString(provider.path("quarantined").asLong()));
        }
        table.print(out);
        for (JsonNode held : catalog.path("quarantine")) {
            out.println("not believed: " + held.path("provider").asString() + "/"
                    + held.path("instance_type").asString() + ", "
                    + held.path("detail").asString());
        }
        for (JsonNode reason : status.path("degraded")) {
            out.println("degraded: " + reason.asString());
        }
    }
}
