package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.Asking.error;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.ok;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.fetch.RawServer.Script;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusyServerTest {
    private static final Script BUSY = status("429 Too Many Requests");
    private static final Script BROKEN = status("500 Internal Server Error");

    @Test
    void a_server_that_fails_twice_and_then_works_is_read() throws Exception {
        try (var server = new RawServer(BROKEN, BROKEN, ok("prices"))) {
            assertEquals("prices", Asking.text(server));
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void a_server_that_keeps_failing_is_named_with_its_status() {
        try (var server = new RawServer(BROKEN)) {
            assertEquals("127.0.0.1/prices answered 500", error(server, Asking.LIMITS));
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void a_refusal_is_not_asked_for_again() {
        try (var server = new RawServer(status("401 Unauthorized"))) {
            assertEquals("127.0.0.1/prices answered 401", error(server, Asking.LIMITS));
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: 0", "Retry-After: Sun, 1 Nov 2026 10:00:00 GMT", "Retry-After: soon", "X: y"})
    void a_busy_server_is_asked_again(String header) throws Exception {
        try (var server = new RawServer(status("429 Too Many Requests", header), ok("prices"))) {
            assertEquals("prices", Asking.text(server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "Sun, 1 Nov 2026 11:00:00 GMT"})
    void a_server_that_asks_for_longer_than_is_waited_is_left_at_once(String wait) {
        try (var server = new RawServer(status("503 Service Unavailable", "Retry-After: " + wait))) {
            assertEquals("127.0.0.1/prices answered 503 and asks to wait for 3600.0 s", error(server, Asking.LIMITS));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void a_wait_of_more_digits_than_a_number_holds_is_long() {
        assertEquals(
                Optional.of(Duration.ofSeconds(1_000_000_000)),
                RetryAfter.parse("99999999999999999999999", Asking.NOW));
        assertEquals(Optional.of(Duration.ofSeconds(7)), RetryAfter.parse(" 7 ", Asking.NOW));
        assertEquals(Optional.of(Duration.ZERO), RetryAfter.parse("Sun, 1 Nov 2020 10:00:00 GMT", Asking.NOW));
        assertEquals(Optional.empty(), RetryAfter.parse("-1", Asking.NOW));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void waits_are_spread_below_a_bound_that_doubles_up_to_the_longest(long seed) {
        var limits = new Limits(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                9,
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                9,
                Duration.ofSeconds(1));
        var patience = new Patience(limits, new SplittableRandom(seed));
        long[] bounds = {100, 200, 400, 500, 500};
        for (int attempts = 1; attempts <= bounds.length; attempts++) {
            long wait = patience.jittered(attempts).toMillis();
            assertTrue(wait >= 0 && wait < bounds[attempts - 1], wait + " after " + attempts);
        }
    }

    @Test
    void a_provider_that_cannot_be_reached_again_and_again_is_left_alone() {
        try (var server = new RawServer(BUSY)) {
            var web = Asking.web(server.address(), Asking.breaker(2, Duration.ofHours(1)));
            error(web, Asking.get(server));
            error(web, Asking.get(server));
            String third = error(web, Asking.get(server));
            assertTrue(
                    third.matches("127.0.0.1/prices is not asked for 3[0-9]{3}\\.. s after 2 failures in a row"),
                    third);
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void a_provider_that_was_left_alone_is_asked_again_and_read() throws Exception {
        try (var server = new RawServer(BUSY, BUSY, ok("prices"))) {
            var web = Asking.web(server.address(), Asking.breaker(2, Duration.ofMillis(50)));
            error(web, Asking.get(server));
            error(web, Asking.get(server));
            assertEquals("prices", awaited(web, Asking.get(server)));
            assertEquals("prices", web.read(Asking.get(server), Asking.TEXT));
        }
    }

    private static String awaited(HttpWeb web, WebRequest request) throws InterruptedException {
        while (true) {
            try {
                return web.read(request, Asking.TEXT);
            } catch (UnreadableSourceException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("is not asked for"), e.getMessage());
                Thread.sleep(5);
            }
        }
    }

    @Test
    void a_provider_that_refuses_one_thing_after_the_other_is_still_asked_for_the_rest() throws Exception {
        Script refusal = status("403 Forbidden");
        try (var server = new RawServer(refusal, refusal, refusal, ok("no JSON"), ok("no JSON"), ok("prices"))) {
            var web = Asking.web(server.address(), Asking.breaker(2, Duration.ofHours(1)));
            for (int region = 0; region < 3; region++) {
                error(web, Asking.get(server));
            }
            for (int region = 0; region < 2; region++) {
                error(web, Asking.get(server), body -> Integer.parseInt(Asking.TEXT.read(body)));
            }
            assertEquals("prices", web.read(WebRequest.get(URI.create(server.address() + "/other")), Asking.TEXT));
        }
    }
}
