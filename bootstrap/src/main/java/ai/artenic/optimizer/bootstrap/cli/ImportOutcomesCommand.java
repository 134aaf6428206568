package ai.artenic.optimizer.bootstrap.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends outcomes to a running service.
@Command(
        name = "outcomes",
        mixinStandardHelpOptions = true,
        description = {
            "Sends outcomes to a running service: a file of JSON lines, each as POST /outcomes takes it.",
            "It may be done again. Ends with exit code 2 if lines were rejected; the others are kept."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportOutcomesCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, or - for standard input")
    private String file;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Address of the service (default: ${DEFAULT-VALUE})")
    private String url;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (!file.equals(STANDARD_INPUT) && (!Files.isReadable(Path.of(file)) || Files.isDirectory(Path.of(file)))) {
            err.println("optimizer: " + file + " cannot be read");
            return ExitCode.BAD_INPUT;
        }
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            return told(client.send(request(err), HttpResponse.BodyHandlers.ofString()), err);
        } catch (IllegalArgumentException e) {
            err.println("--url is not a URL: " + url);
            return ExitCode.BAD_INPUT;
        } catch (ConnectException _) {
            err.println("Nothing answers at " + url + "; start it with 'optimizer serve' and send them again.");
            return ExitCode.FAILURE;
        } catch (IOException e) {
            err.println("The service at " + url + " could not take them (" + e.getMessage()
                    + "); send them again, what is kept is not kept twice.");
            return ExitCode.FAILURE;
        }
    }

    private HttpRequest request(PrintWriter err) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1/optimizer/outcomes/import"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> new ShownProgress(input(), err)))
                .build();
    }

    private InputStream input() {
        try {
            return file.equals(STANDARD_INPUT) ? System.in : new FileInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int told(HttpResponse<String> answer, PrintWriter err) {
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
            err.println(url + " answered " + answer.statusCode() + ": is it an optimizer?");
            return ExitCode.FAILURE;
        }
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        if (answer.statusCode() != 200) {
            err.println(url + " answered " + answer.statusCode() + ": "
                    + body.path("detail").asString());
            return ExitCode.FAILURE;
        }
        PrintWriter out = spec.commandLine().getOut();
        long rejected = body.path("rejected_total").asLong();
        out.printf(
                "%d kept, %d known before, %d rejected%n",
                body.path("accepted").asLong(), body.path("duplicates").asLong(), rejected);
        for (JsonNode line : body.path("rejected")) {
            for (JsonNode error : line.path("errors")) {
                out.println("  line " + line.path("line").asLong() + ": "
                        + error.path("pointer").asString() + " "
                        + error.path("message").asString());
            }
        }
        return rejected == 0 ? ExitCode.OK : ExitCode.BAD_INPUT;
    }
}
