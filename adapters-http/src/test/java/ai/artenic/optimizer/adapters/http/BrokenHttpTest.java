package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenHttpTest {
    private static final TestApi API = TestApi.withOffers(
            TestApi.settings().withTimes(Duration.ofMillis(400), Duration.ofMillis(800), Duration.ofSeconds(10)));
    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
    private static final String RECOMMEND = "POST /api/v1/optimizer/recommend HTTP/1.1\r\n" + HOST;
    private static final String JSON = "Content-Type: application/json\r\n";

    @AfterAll
    static void stop() {
        API.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GARBAGE|400",
                "GET /health/live|505",
                "GET /health/live HTTP/9.9|505",
                "GET /%zz HTTP/1.1|400",
                "GET /a/%2e%2e/health/live HTTP/1.1|404",
                "GET /a%2Fb HTTP/1.1|404",
                "GET /a%00 HTTP/1.1|400",
                "GET /a;x=%2e HTTP/1.1|404",
            })
    void what_is_not_http_is_refused_with_a_problem(String line, int status) {
        String answer = RawSocket.ask(API.api.port(), line + "\r\n" + HOST + "\r\n");
        assertProblem(answer, status);
    }

    @ParameterizedTest
    @CsvSource({"/query?provider=%zz", "/../../etc/passwd", "//", "/docs/../openapi.json", "/style.css/../../x"})
    void odd_addresses_never_fail_inside(String path) {
        String answer = RawSocket.ask(API.api.port(), "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertTrue(answer.matches("(?s)HTTP/1.1 (200|400|404) .*"), answer);
        assertFalse(answer.contains("root:"), answer);
    }

    @Test
    void a_query_with_broken_escapes_is_invalid() {
        for (String query : new String[] {"provider=%zz", "provider=%", "a%", "provider=\u00e9"}) {
            String answer = RawSocket.ask(
                    API.api.port(), "GET /api/v1/optimizer/offers?" + query + " HTTP/1.1\r\n" + HOST + "\r\n");
            assertTrue(answer.matches("(?s)HTTP/1.1 4(00|22) .*"), answer);
            assertTrue(answer.contains("urn:artenic:problem:"), answer);
        }
    }

    @Test
    void two_lengths_or_a_length_and_chunks_are_refused() {
        assertProblem(
                RawSocket.ask(
                        API.api.port(),
                        RECOMMEND + JSON + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                400);
        assertProblem(
                RawSocket.ask(API.api.port(), RECOMMEND + JSON + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} "),
                400);
        assertProblem(
                RawSocket.ask(API.api.port(), RECOMMEND + JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
                400);
        assertProblem(RawSocket.ask(API.api.port(), RECOMMEND + JSON + "Content-Length: -1\r\n\r\n"), 400);
        assertProblem(
                RawSocket.ask(API.api.port(), RECOMMEND + JSON + "Content-Length: 99999999999999999999\r\n\r\n"), 400);
    }

    @Test
    void a_missing_host_and_a_folded_header_are_refused() {
        assertProblem(RawSocket.ask(API.api.port(), "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), 400);
        assertProblem(RawSocket.ask(API.api.port(), "GET / HTTP/1.1\r\n" + HOST + "A: b\r\n c\r\n\r\n"), 400);
        assertProblem(RawSocket.ask(API.api.port(), "GET / HTTP/1.1\r\n" + HOST + "A : b\r\n\r\n"), 400);
    }

    @Test
    void too_long_addresses_and_headers_are_refused() {
        String longName = "a".repeat(20_000);
        String address = RawSocket.ask(API.api.port(), "GET /" + longName + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertProblem(address, 414);
        String header = RawSocket.ask(API.api.port(), "GET / HTTP/1.1\r\n" + HOST + "A: " + longName + "\r\n\r\n");
        assertProblem(header, 431);
    }

    @Test
    void a_length_announced_above_the_limit_is_refused_without_waiting_for_the_body() {
        String answer = RawSocket.ask(
                API.api.port(), RECOMMEND + JSON + "Expect: 100-continue\r\nContent-Length: 20000000\r\n\r\n");
        assertProblem(answer, 413);
        assertFalse(answer.contains("100 Continue"), answer);
    }

    @Test
    void a_body_that_never_comes_times_out() {
        String silent = RawSocket.ask(API.api.port(), RECOMMEND + JSON + "Content-Length: 100\r\n\r\n{");
        assertProblem(silent, 408);
    }

    @Test
    void a_body_that_drips_times_out() throws InterruptedException {
        try (var raw = new RawSocket(API.api.port())) {
            raw.send(RECOMMEND + JSON + "Content-Length: 1000\r\n\r\n{");
            var drip = Thread.ofVirtual().start(() -> drip(raw));
            String answer = raw.answer();
            drip.interrupt();
            drip.join();
            assertProblem(answer, 408);
        }
    }

    @Test
    void a_thousand_half_open_requests_leave_the_service_available() {
        var half = new ArrayList<RawSocket>();
        for (int i = 0; i < 1_000; i++) {
            half.add(new RawSocket(API.api.port()).send("GET /health/live HTTP/1.1\r\nX-"));
        }
        assertEquals(200, API.client.ask("/health/live").status());
        half.forEach(RawSocket::close);
    }

    @Test
    void pipelined_requests_are_answered_in_order() {
        String answer = RawSocket.ask(
                API.api.port(),
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n" + "GET /nothing HTTP/1.1\r\n" + HOST + "\r\n");
        assertTrue(answer.indexOf("200 OK") < answer.indexOf("404 Not Found"), answer);
    }

    @Test
    void hostile_header_values_do_not_reach_the_answer() {
        String answer = RawSocket.ask(
                API.api.port(), "GET /nothing HTTP/1.1\r\n" + HOST + "X-Correlation-Id: a\tb\u0001\r\nA: b\r\n\r\n");
        assertFalse(answer.contains("a\tb"), answer);
    }

    private static void drip(RawSocket raw) {
        try {
            while (!Thread.interrupted()) {
                raw.send(" ");
                Thread.sleep(50);
            }
        } catch (InterruptedException | java.io.UncheckedIOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertProblem(String answer, int status) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("\"type\":\"urn:artenic:problem:"), answer);
        assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("x-correlation-id: "), answer);
        assertFalse(answer.contains("Jetty"), answer);
        API.client
                .contract()
                .validate("#/components/schemas/Problem", answer.substring(answer.indexOf("\r\n\r\n{") + 4));
    }
}
