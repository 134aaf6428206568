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

/// Asks a running service for a training of the ranking model.
@Command(
        name = "retrain",
        mixinStandardHelpOptions = true,
        description = "Asks a running service to train the ranking model again; it trains in the background.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RetrainCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ACCEPTED = 202;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Address of the service (default: ${DEFAULT-VALUE})")
    private String url;

    @Option(names = "--force", description = "Train even if there are few new samples")
    private boolean force;

    @Option(names = "--json", description = "Print the answer of POST /retrain")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return print(client.send(
                    HttpRequest.newBuilder(URI.create(url + "/api/v1/optimizer/retrain"))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"force\":" + force + "}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        } catch (IllegalArgumentException e) {
            err.println("--url is not a URL: " + url);
            return ExitCode.BAD_INPUT;
        } catch (IOException e) {
            err.println("Nothing answers at " + url + "; 'optimizer serve' starts the service.");
            return ExitCode.FAILURE;
        }
    }

    private int print(HttpResponse<String> answer) {
        PrintWriter out = spec.commandLine().getOut();
        boolean accepted = answer.statusCode() == ACCEPTED;
        boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        if (json && isJson) {
            out.println(answer.body());
        } else if (accepted) {
            JsonNode run = JsonMapper.shared().readTree(answer.body());
            String id = run.path("run_id").asString();
            out.println("training " + id + " is queued: GET " + url + "/api/v1/optimizer/retrain/" + id);
        } else {
            String detail = isJson
                    ? JsonMapper.shared().readTree(answer.body()).path("detail").asString()
                    : "is it an optimizer?";
            spec.commandLine().getErr().println(url + " answered " + answer.statusCode() + ": " + detail);
        }
        return accepted ? ExitCode.OK : ExitCode.FAILURE;
    }
}
