package ai.artenic.optimizer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged program as users start it: modules on the module path, in a process of its own.
final class PackagedProgram implements AutoCloseable {
    /// The modules it is made of.
    static final Path LIB = Project.ROOT.resolve(Path.of("bootstrap", "target", "dist", "lib"));

    private static final String MAIN = "ai.artenic.optimizer.bootstrap/ai.artenic.optimizer.bootstrap.Main";
    private static final Pattern LISTENING = Pattern.compile("Listening on http://[^:]+:(\\d+) ");
    private static final long PATIENCE_SECONDS = 60;
    private static final HttpResponse.BodyHandler<String> ANSWER = HttpResponse.BodyHandlers.ofString();

    private final Process process;
    private final BufferedReader output;
    private final Path errors;
    private final HttpClient client = HttpClient.newHttpClient();
    private String base = "";

    /// @param scratch for the standard error
    PackagedProgram(Path scratch, String... arguments) throws IOException {
        this(scratch, List.of(), arguments);
    }

    /// @param added jars of others on the module path
    PackagedProgram(Path scratch, List<Path> added, String... arguments) throws IOException {
        assertTrue(Files.isDirectory(LIB), LIB + " is missing: it is made by the package phase, run ./mvnw verify");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var modules = new StringJoiner(File.pathSeparator).add(LIB.toString());
        added.forEach(jar -> modules.add(jar.toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-p", modules.toString(), "-m", MAIN));
        command.addAll(List.of(arguments));
        errors = Files.createTempFile(scratch, "errors", ".txt");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment()
                .put(
                        "ARTENIC_STORE__BINARIES_DIRECTORY",
                        Path.of("target", "postgresql").toAbsolutePath().toString());
        process = builder.start();
        output = process.inputReader();
    }

    /// Reads on until the program says where it listens.
    PackagedProgram awaitListening() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                base = "http://127.0.0.1:" + listening.group(1);
                return this;
            }
        }
        throw new AssertionError("it ended without listening: " + Project.read(errors));
    }

    /// Everything it prints until it ends.
    String printed() throws IOException {
        return String.join("\n", output.lines().toList());
    }

    String errors() {
        return Project.read(errors);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(posting(path, "application/json", HttpRequest.BodyPublishers.ofString(json)));
    }

    /// Sends SIGTERM and waits.
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "it does not end: " + errors());
        return process.exitValue();
    }

    /// The status alone.
    ///
    /// @throws IOException if no answer comes
    int status(String path, String json) throws IOException, InterruptedException {
        return client.send(posting(path, "application/json", HttpRequest.BodyPublishers.ofString(json)), ANSWER)
                .statusCode();
    }

    /// Posts a file of JSON lines.
    ///
    /// @throws IOException if no answer comes
    JsonNode postLines(String path, Path lines) throws IOException, InterruptedException {
        return send(posting(path, "application/x-ndjson", HttpRequest.BodyPublishers.ofFile(lines)));
    }

    /// Kills the program without a chance to clean up.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private HttpRequest posting(String path, String type, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .POST(body)
                .build();
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, ANSWER);
        assertEquals(200, answer.statusCode(), answer::body);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroyForcibly();
    }
}
