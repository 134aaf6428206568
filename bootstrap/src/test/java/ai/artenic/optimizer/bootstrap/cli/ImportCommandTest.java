package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.Service;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.bootstrap.config.ConfigSources;
import ai.artenic.optimizer.domain.intake.Intake;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String LINE = """
            {"job_id": "%s", "workload": {"dataset_size_gb": 1, "model_params_m": 7, "framework": "pytorch", \
            "gpu_required": true}, "provider": "aws", "instance_type": "p4d.24xlarge", "is_spot": false, \
            "actual_duration_hours": 1, "actual_cost_eur": 2, "success": true}
            """;

    @TempDir
    Path folder;

    private static Service service() throws Exception {
        Map<ConfigKey, String> flags = Map.of(ConfigKey.STORE_KIND, "memory", ConfigKey.SERVER_PORT, "0");
        if (!(ConfigSources.read(Optional.empty(), Map.of(), flags) instanceof Intake.Accepted<Config>(var config))) {
            throw new AssertionError("not accepted: " + flags);
        }
        return Service.start(config);
    }

    @Test
    void a_file_of_outcomes_is_sent_to_a_running_service_and_may_be_sent_again() throws Exception {
        Path file =
                Files.writeString(folder.resolve("o.ndjson"), LINE.formatted("a") + "nonsense\n" + LINE.formatted("b"));
        try (Service service = service()) {
            String url = "http://127.0.0.1:" + service.port();
            Terminal first = Terminal.run("import", "outcomes", file.toString(), "--url", url);
            assertEquals(2, first.exitCode(), first.toString());
            assertTrue(first.out().startsWith("2 kept, 0 known before, 1 rejected"), first.out());
            assertTrue(first.out().contains("line 2: "), first.out());
            Files.writeString(file, LINE.formatted("a"));
            Terminal again = Terminal.run("import", "outcomes", file.toString(), "--url", url);
            assertEquals(0, again.exitCode(), again.toString());
            assertTrue(again.out().startsWith("0 kept, 1 known before"), again.out());
            assertEquals(
                    1,
                    Terminal.run("import", "outcomes", file.toString(), "--url", url + "/x")
                            .exitCode());
        }
    }

    @Test
    void wrong_flags_and_a_service_that_is_not_there_are_told() {
        assertEquals(
                2,
                Terminal.run("import", "outcomes", folder.resolve("none").toString())
                        .exitCode());
        assertEquals(
                2,
                Terminal.run("import", "outcomes", "pom.xml", "--url", "no url").exitCode());
        Terminal directory = Terminal.run("import", "outcomes", folder.toString());
        assertEquals(2, directory.exitCode());
        assertTrue(directory.err().contains("cannot be read"), directory.err());
        Terminal nobody = Terminal.run("import", "outcomes", "pom.xml", "--url", "http://127.0.0.1:1");
        assertEquals(1, nobody.exitCode());
        assertTrue(nobody.err().contains("send them again"), nobody.err());
        assertTrue(nobody.err().startsWith("Nothing answers at http://127.0.0.1:1"), nobody.err());
        assertTrue(Terminal.run("import").out().contains("platform"));
        Terminal platform = Terminal.run("import", "platform", "--database-url", "postgresql://x@127.0.0.1:1/y");
        assertEquals(4, platform.exitCode(), platform.toString());
        assertEquals(
                2,
                Terminal.run("import", "platform", "--config", "none", "--database-url", "x")
                        .exitCode());
    }

    @Test
    void a_platform_is_not_imported_into_a_store_that_ends_with_the_command() throws Exception {
        Path config = Files.writeString(folder.resolve("memory.properties"), "store.kind=memory\n");
        Terminal forgetful = Terminal.run(
                "import", "platform", "--config", config.toString(), "--database-url", "postgresql://x@127.0.0.1:1/y");
        assertEquals(2, forgetful.exitCode(), forgetful.toString());
        assertTrue(forgetful.err().contains("store.kind is memory"), forgetful.err());
    }

    @Test
    void an_answer_that_is_none_of_the_optimizers_is_told_as_such() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        other.start();
        try {
            String url = "http://127.0.0.1:" + other.getAddress().getPort();
            Terminal sent = Terminal.run("import", "outcomes", "pom.xml", "--url", url);
            assertEquals(1, sent.exitCode());
            assertEquals(url + " answered 200: is it an optimizer?", sent.err().strip());
        } finally {
            other.stop(0);
        }
    }

    @Test
    void progress_is_shown_every_few_megabytes() throws Exception {
        var shown = new StringWriter();
        byte[] bytes = "0123456789abcde\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var stream = new ShownProgress(new ByteArrayInputStream(bytes), new PrintWriter(shown, true))) {
            assertEquals('0', stream.read());
            stream.readAllBytes();
            assertEquals(-1, stream.read());
        }
        assertTrue(shown.toString().contains("1,048,576 lines sent"), shown.toString());
    }
}
