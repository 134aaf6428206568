package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.Asking.error;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.ok;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HugeBodyTest {
    private static final int MB = 1 << 20;
    private static final String CLOSED = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

    private static long drained(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_body_of_300_mb_is_refused_after_64_and_the_rest_never_sent() {
        var sent = new AtomicLong();
        try (var server = new RawServer(connection -> {
            say(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + 300L * MB + "\r\n\r\n");
            for (; sent.get() < 300; sent.incrementAndGet()) {
                connection.getOutputStream().write(new byte[MB]);
            }
        })) {
            assertEquals(
                    "127.0.0.1/prices answered more than 64 MB",
                    error(Asking.web(server.address(), Asking.LIMITS), Asking.get(server), HugeBodyTest::drained));
            assertEquals(1, server.requests().size());
            assertTrue(sent.get() < 100, sent.toString());
        }
    }

    @Test
    void a_list_of_300_mb_that_is_allowed_passes_through_item_by_item() throws Exception {
        byte[] items = ("{\"name\": \"machine\", \"price\": \"1.25\"}," + " ".repeat(65))
                .repeat(MB / 100)
                .getBytes(StandardCharsets.UTF_8);
        try (var server = new RawServer(connection -> {
            say(connection, CLOSED + "{\"items\": [");
            for (int piece = 0; piece < 300; piece++) {
                connection.getOutputStream().write(items);
            }
            say(connection, "{}]}");
        })) {
            var count = new AtomicLong();
            Asking.web(server.address(), Asking.LIMITS).read(Asking.get(server).upTo(400L * MB), body -> {
                Json.forEach(body, "items", item -> count.incrementAndGet());
                return count;
            });
            assertEquals(300L * (MB / 100) + 1, count.get());
        }
    }

    @Test
    void a_few_kilobytes_that_unzip_to_more_than_is_allowed_are_refused() throws Exception {
        byte[] bomb = zipped(new byte[70 * MB]);
        try (var server = new RawServer(ok(latin(bomb), "Content-Encoding: gzip"))) {
            assertEquals(
                    "127.0.0.1/prices answered more than 64 MB",
                    error(Asking.web(server.address(), Asking.LIMITS), Asking.get(server), HugeBodyTest::drained));
        }
    }

    @Test
    void a_zipped_body_that_unzips_to_nothing_without_end_is_refused() throws Exception {
        byte[] emptyBlocks = new byte[MB * 5 / 1000 * 1000];
        for (int i = 0; i < emptyBlocks.length; i += 5) {
            emptyBlocks[i + 3] = (byte) 0xff;
            emptyBlocks[i + 4] = (byte) 0xff;
        }
        byte[] head = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
        try (var server = new RawServer(connection -> {
            say(connection, CLOSED + latin(head));
            while (!connection.isClosed()) {
                connection.getOutputStream().write(emptyBlocks);
            }
        })) {
            String error = error(
                    Asking.web(server.address(), Asking.LIMITS),
                    Asking.get(server).upTo(16 * MB),
                    HugeBodyTest::drained);
            assertEquals("127.0.0.1/prices answered more than 17 MB", error);
        }
    }

    @Test
    void a_zipped_body_that_is_cut_or_damaged_is_named() throws Exception {
        String zipped = latin(zipped("prices".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
        String damaged = zipped.substring(0, 20) + "oops" + zipped.substring(24);
        for (String body : new String[] {zipped.substring(0, 5), zipped.substring(0, 50), damaged, "no zip", ""}) {
            try (var server = new RawServer(ok(body, "Content-Encoding: gzip"))) {
                String error =
                        error(Asking.web(server.address(), Asking.LIMITS), Asking.get(server), HugeBodyTest::drained);
                assertTrue(error.startsWith("127.0.0.1/prices did not answer as expected: "), error);
                assertEquals(1, server.requests().size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip"})
    void an_encoding_that_was_not_asked_for_is_named(String encoding) {
        try (var server = new RawServer(ok("prices", "Content-Encoding: " + encoding))) {
            assertEquals(
                    "127.0.0.1/prices answered in the encoding '" + encoding + "', which was not asked for",
                    error(server, Asking.LIMITS));
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void a_zipped_body_is_unzipped(String encoding) throws Exception {
        String body = latin(zipped("prices".getBytes(StandardCharsets.UTF_8)));
        try (var server = new RawServer(ok(body, "Content-Encoding: " + encoding))) {
            assertEquals("prices", Asking.text(server));
        }
    }
}
