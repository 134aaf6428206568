package ai.artenic.optimizer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A price source that others wrote, in a jar of its own beside the packaged program: it takes part without a change
/// of the project.
class PackagedSourceTest {
    private static final Path SOURCES = Path.of("src", "test", "third-party", "rackshare");
    private static final String MACHINES = """
            {"machines": [
              {"name": "duo", "site": "oslo", "cores": 16, "ram_gb": 64, "gpu": "RTX 4090", "gpus": 2,
               "eur_per_hour": "0.84", "free": 3},
              {"name": "plain", "site": "oslo", "cores": 32, "ram_gb": 128, "eur_per_hour": "0.61", "free": 0},
              {"name": "odd", "site": "oslo"}]}""";

    @TempDir
    Path scratch;

    /// Packs the module as `docs/adding-a-price-source.md` says.
    private Path packed() throws IOException {
        Path classes = Files.createDirectory(scratch.resolve("classes"));
        Path jar = scratch.resolve("rackshare.jar");
        var compiling = new ArrayList<>(List.of("-Xlint:all", "-Werror", "--module-path"));
        compiling.add(PackagedProgram.LIB.toString());
        compiling.addAll(List.of("-d", classes.toString(), "--class-path", classes.toString()));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compiling::add);
        }
        run("javac", compiling);
        run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        return jar;
    }

    private static void run(String tool, List<String> arguments) {
        int exitCode = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertEquals(0, exitCode, tool);
    }

    /// Answers for the provider's host, and with 404 for all others.
    private static HttpServer mirror() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean isKnown = exchange.getRequestURI().getPath().equals("/api.rackshare.example/v1/machines")
                        && "Bearer hush".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] body = (isKnown ? MACHINES : "nothing").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(isKnown ? 200 : 404, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }

    private String config(HttpServer mirror) throws IOException {
        String address = "http://127.0.0.1:" + mirror.getAddress().getPort();
        return Files.writeString(scratch.resolve("optimizer.properties"), """
                        store.kind=memory
                        pricing.rackshare.token=hush
                        pricing.rackshare.mirror=%s
                        pricing.ecb.mirror=%s
                        """.formatted(address, address))
                .toString();
    }

    @Test
    void its_offers_are_read_once_its_jar_is_on_the_module_path() throws Exception {
        HttpServer mirror = mirror();
        String[] refresh = {"catalog", "refresh", "--config", config(mirror), "--provider", "rackshare"};
        try (var program = new PackagedProgram(scratch, List.of(packed()), refresh)) {
            String printed = program.printed();

            assertEquals(0, program.exitCode(), program::errors);
            assertTrue(program.errors().contains("rackshare: 2 offers"), program::errors);
            assertTrue(printed.contains("odd: has no price per hour"), printed);
        } finally {
            mirror.stop(0);
        }
    }

    @Test
    void without_its_jar_there_is_no_such_provider() throws Exception {
        try (var program = new PackagedProgram(scratch, "catalog", "refresh", "--provider", "rackshare")) {
            assertEquals(2, program.exitCode());
            assertTrue(program.errors().contains("--provider must be one of "), program::errors);
        }
    }
}
