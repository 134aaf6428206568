package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.ok;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RememberedTest {
    @Test
    void what_was_made_of_an_answer_that_has_not_changed_is_given_again() throws Exception {
        for (String mark : new String[] {"ETag: \"v1\"", "Last-Modified: Sun, 1 Nov 2026 10:00:00 GMT"}) {
            try (var server = new RawServer(ok("prices", mark), status("304 Not Modified"), ok("newer", mark))) {
                var web = Asking.web(server.address(), Asking.LIMITS);
                String first = web.read(Asking.get(server), Asking.TEXT);
                assertSame(first, web.read(Asking.get(server), Asking.TEXT));
                assertEquals("newer", web.read(Asking.get(server), Asking.TEXT));
                String asked = server.requests().get(1).toLowerCase(Locale.ROOT);
                assertTrue(
                        asked.contains("if-none-match: \"v1\"")
                                || asked.contains("if-modified-since: sun, 1 nov 2026 10:00:00 gmt"),
                        asked);
            }
        }
    }

    @Test
    void an_answer_without_a_mark_is_asked_for_whole_each_time() throws Exception {
        try (var server = new RawServer(ok("prices"))) {
            var web = Asking.web(server.address(), Asking.LIMITS);
            web.read(Asking.get(server), Asking.TEXT);
            web.read(Asking.get(server), Asking.TEXT);
            assertFalse(server.requests().get(1).toLowerCase(Locale.ROOT).contains("if-"));
        }
    }

    @Test
    void a_server_that_says_unchanged_without_being_asked_is_not_believed() {
        try (var server = new RawServer(status("304 Not Modified"))) {
            assertEquals("127.0.0.1/prices answered 304 without being asked", Asking.error(server, Asking.LIMITS));
        }
    }

    @Test
    void a_mark_that_a_header_may_not_hold_unchanged_is_not_sent_back() throws Exception {
        try (var server = new RawServer(ok("prices", "ETag: \"\u00e9\""))) {
            var web = Asking.web(server.address(), Asking.LIMITS);
            assertEquals("prices", web.read(Asking.get(server), Asking.TEXT));
            assertEquals("prices", web.read(Asking.get(server), Asking.TEXT));
            assertFalse(server.requests().get(1).toLowerCase(Locale.ROOT).contains("if-none-match"));
        }
    }

    @Test
    void an_answer_that_could_not_be_read_is_not_remembered() throws Exception {
        try (var server = new RawServer(ok("prices", "ETag: \"v1\""))) {
            var web = Asking.web(server.address(), Asking.LIMITS);
            Asking.error(web, Asking.get(server), body -> Integer.parseInt(Asking.TEXT.read(body)));
            assertEquals("prices", web.read(Asking.get(server), Asking.TEXT));
            assertFalse(server.requests().get(1).toLowerCase(Locale.ROOT).contains("if-none-match"));
        }
    }
}
