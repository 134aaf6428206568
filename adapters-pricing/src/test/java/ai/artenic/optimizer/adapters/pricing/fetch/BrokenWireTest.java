package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.Asking.error;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.ok;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.say;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import ai.artenic.optimizer.application.port.FxSource.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokenWireTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    /// Says half of a body and ends the connection with a reset.
    private static void reset(Socket connection) throws IOException {
        say(connection, HEAD + "Content-Length: 100\r\n\r\n<half>");
        connection.setSoLinger(true, 0);
    }

    @Test
    void a_port_where_nobody_listens_refuses() throws Exception {
        String address;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "http://127.0.0.1:" + closed.getLocalPort();
        }
        assertEquals(
                "127.0.0.1/prices refused the connection",
                error(Asking.web(address, Asking.LIMITS), WebRequest.get(URI.create(address + "/prices"))));
    }

    @Test
    void a_server_that_never_answers_is_given_up_after_the_allowed_attempts() {
        try (var server = new RawServer(RawServer::awaitEnd)) {
            assertEquals("127.0.0.1/prices said nothing for 0.3 s", error(server, Asking.IMPATIENT));
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void a_body_that_falls_silent_is_given_up() {
        try (var server = new RawServer(connection -> {
            say(connection, HEAD + "Content-Length: 100\r\n\r\nhalf");
            RawServer.awaitEnd(connection);
        })) {
            assertEquals("127.0.0.1/prices said nothing for 0.3 s", error(server, Asking.IMPATIENT));
        }
    }

    @Test
    void a_body_that_drips_is_given_up_although_it_never_falls_silent() {
        try (var server = new RawServer(connection -> {
            say(connection, HEAD + "Content-Length: 100000000\r\n\r\n");
            while (!connection.isClosed()) {
                say(connection, ".");
                Thread.sleep(5);
            }
        })) {
            assertEquals(
                    "127.0.0.1/prices answers too slowly: 0 KB after more than 0.2 s",
                    error(server, Asking.pace(Duration.ofMillis(200), 1 << 20)));
        }
    }

    @Test
    void a_long_body_may_take_longer_than_an_attempt_as_long_as_it_keeps_its_pace() throws Exception {
        try (var server = new RawServer(connection -> {
            say(connection, HEAD + "Content-Length: 100\r\n\r\n");
            for (int piece = 0; piece < 100; piece++) {
                say(connection, ".");
                Thread.sleep(5);
            }
        })) {
            var web = Asking.web(server.address(), Asking.pace(Duration.ofMillis(50), 1));
            assertEquals(".".repeat(100), web.read(Asking.get(server), Asking.TEXT));
        }
    }

    @Test
    void a_reset_in_the_middle_of_a_body_is_tried_again_and_then_named() throws Exception {
        try (var server = new RawServer(BrokenWireTest::reset, ok("whole"))) {
            assertEquals("whole", Asking.text(server));
        }
        try (var server = new RawServer(BrokenWireTest::reset)) {
            String error = error(server, Asking.LIMITS);
            assertTrue(error.startsWith("127.0.0.1/prices broke off: "), error);
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void a_body_shorter_than_announced_is_tried_again_and_never_taken_for_whole() throws Exception {
        var cut = saying(HEAD + "Content-Length: 100\r\n\r\n{\"items\": []}");
        try (var server = new RawServer(cut, ok("whole"))) {
            assertEquals("whole", Asking.text(server));
        }
        try (var server = new RawServer(cut)) {
            assertTrue(error(server, Asking.LIMITS).contains("broke off"));
        }
    }

    @Test
    void a_chunked_body_without_its_end_is_tried_again_and_never_taken_for_whole() throws Exception {
        var cut = saying(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        try (var server = new RawServer(cut, ok("whole"))) {
            assertEquals("whole", Asking.text(server));
        }
        try (var server = new RawServer(cut)) {
            assertTrue(error(server, Asking.LIMITS).contains("broke off"));
        }
    }

    @Test
    void a_reader_that_overlooks_a_broken_wire_is_not_believed() {
        try (var server = new RawServer(BrokenWireTest::reset)) {
            String error = error(Asking.web(server.address(), Asking.LIMITS), Asking.get(server), body -> {
                try {
                    return body.readAllBytes().length;
                } catch (IOException e) {
                    return -1;
                }
            });
            assertTrue(error.contains("broke off"), error);
        }
    }

    @Test
    void a_wire_that_breaks_under_a_reader_of_xml_is_tried_again() {
        try (var server = new RawServer(
                saying(HEAD + "Content-Length: 1000\r\n\r\n<Envelope><Cube>"),
                ok("<Envelope><Cube time='2030-01-02'><Cube currency='USD' rate='1.25'/></Cube></Envelope>"))) {
            assertTrue(Asking.rates(server).read() instanceof Reading.Read);
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void what_is_no_http_is_named() {
        try (var server = new RawServer(saying("SSH-2.0-OpenSSH_9.2\r\n"))) {
            assertTrue(error(server, Asking.LIMITS).startsWith("127.0.0.1/prices broke off: "));
        }
    }

    @Test
    void headers_without_end_are_refused() {
        try (var server = new RawServer(connection -> {
            say(connection, HEAD);
            for (int i = 0; !connection.isClosed(); i++) {
                say(connection, "X-" + i + ": " + "x".repeat(1000) + "\r\n");
            }
        })) {
            assertTrue(error(server, Asking.LIMITS).startsWith("127.0.0.1/prices broke off: "));
        }
    }
}
