package ai.artenic.optimizer.adapters.pricing.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnannouncedGzipTest {
    @Test
    void a_body_that_is_zipped_without_saying_so_is_unzipped_and_a_short_one_is_left_alone() throws Exception {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write("prices".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("prices", answered(zipped.toByteArray()));
        assertEquals("7", answered(new byte[] {'7'}));
    }

    private static String answered(byte[] body) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            var web = new HttpWeb(
                    Set.of(),
                    new SourceSettings("any", Set.of("endpoint"), Map.of("endpoint", address)),
                    Limits.DEFAULT,
                    new SplittableRandom(1),
                    InstantSource.system());
            return web.read(
                    WebRequest.get(URI.create(address + "/")),
                    answer -> new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            server.stop(0);
        }
    }
}
