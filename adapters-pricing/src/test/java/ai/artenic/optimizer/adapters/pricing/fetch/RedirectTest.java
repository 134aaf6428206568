package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.Asking.error;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.ok;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {
    @Test
    void a_redirect_on_the_same_host_is_followed() throws Exception {
        try (var server = new RawServer(status("302 Found", "Location: /moved?to=here"), ok("prices"))) {
            assertEquals("prices", Asking.text(server));
            assertTrue(server.requests().getLast().startsWith("GET /moved?to=here HTTP/1.1"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/prices, 'another host, evil.example'",
        "//evil.example/prices, 'another host, evil.example'",
        "http://127.0.0.1:1/prices, 'another host, 127.0.0.1'",
        "http://localhost/prices, 'another host, localhost'",
        "http://169.254.169.254/latest/meta-data, 'another host, 169.254.169.254'",
        "http://10.0.0.1/prices, 'another host, 10.0.0.1'",
        "http://[::1]/prices, 'another host, [::1]'",
        "http://127.0.0.1:1@evil.example/prices, 'another host, evil.example'",
        "file:///etc/passwd, 'another host, an address without a host'",
        "http://[oops, 'what is no address'"
    })
    void a_redirect_elsewhere_is_refused_and_named(String location, String where) {
        try (var server = new RawServer(status("302 Found", "Location: " + location))) {
            assertEquals("127.0.0.1/prices redirects to " + where, error(server, Asking.LIMITS));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void a_redirect_that_changes_to_tls_or_brings_a_user_is_refused() {
        try (var server = new RawServer(connection -> RawServer.status(
                        "301 Moved", "Location: https://127.0.0.1:" + connection.getLocalPort() + "/")
                .play(connection))) {
            assertEquals("127.0.0.1/prices redirects to another host, 127.0.0.1", error(server, Asking.LIMITS));
        }
        try (var server = new RawServer(connection -> RawServer.status(
                        "301 Moved", "Location: http://me:hush@127.0.0.1:" + connection.getLocalPort() + "/")
                .play(connection))) {
            assertEquals("not fetched from 127.0.0.1 with a user in its address", error(server, Asking.LIMITS));
        }
    }

    @Test
    void a_redirect_to_nowhere_is_named() {
        try (var server = new RawServer(status("307 Temporary Redirect"))) {
            assertEquals("127.0.0.1/prices redirects to nowhere", error(server, Asking.LIMITS));
        }
    }

    @Test
    void redirects_in_a_circle_end() {
        try (var server = new RawServer(status("302 Found", "Location: /prices"))) {
            assertEquals("127.0.0.1/prices redirects without end", error(server, Asking.LIMITS));
            assertEquals(4, server.requests().size());
        }
    }
}
