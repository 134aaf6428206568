package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.ok;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String SECRET = "hushHushHush1234567";

    private static WebRequest secret(RawServer server) {
        return WebRequest.get(URI.create(server.address() + "/prices?key=" + SECRET))
                .bearer(SECRET);
    }

    /// The message with all its causes and where they come from.
    private static String everything(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static UnreadableSourceException failure(RawServer server, WebRequest request) {
        var web = Asking.web(server.address(), Asking.LIMITS);
        return assertThrows(UnreadableSourceException.class, () -> web.read(request, Json::tree));
    }

    @Test
    void a_token_that_would_bring_further_headers_is_never_sent_nor_shown() {
        try (var server = new RawServer(ok("{}"))) {
            for (String injected : new String[] {"\r\nHost: evil.example", "\nX: y", "\u0000", "\u20ac"}) {
                var failure = failure(server, Asking.get(server).bearer(SECRET + injected));
                assertEquals(
                        "127.0.0.1/prices cannot be asked: what is to be sent as Authorization is no header",
                        failure.getMessage());
                assertFalse(everything(failure).contains(SECRET));
            }
            assertEquals(0, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "{\"error\": " + SECRET + "}", "Bearer " + SECRET, "{\"" + SECRET})
    void a_secret_that_a_server_says_back_is_not_shown(String body) {
        try (var server = new RawServer(ok(body))) {
            assertFalse(everything(failure(server, secret(server))).contains(SECRET));
        }
    }

    @Test
    void a_secret_longer_than_a_message_is_not_shown_where_it_is_cut_off() {
        String token = "eyJ" + "hushHushHush1234567".repeat(50);
        for (String body : new String[] {token, "{\"error\": " + token + "}"}) {
            try (var server = new RawServer(ok(body))) {
                assertFalse(everything(failure(server, Asking.get(server).bearer(token)))
                        .contains(SECRET));
            }
        }
    }

    @Test
    void no_failure_shows_a_secret() {
        RawServer.Script[] scripts = {
            status("401 Unauthorized"),
            status("500 Broken"),
            status("302 Found", "Location: https://evil.example/?key=" + SECRET),
            status("302 Found", "Location: http://[" + SECRET),
            status("304 Not Modified"),
            RawServer.saying("")
        };
        for (RawServer.Script script : scripts) {
            try (var server = new RawServer(script)) {
                assertFalse(everything(failure(server, secret(server))).contains(SECRET));
            }
        }
        assertFalse(WebRequest.post(URI.create("https://prices.example/?key=" + SECRET), SECRET)
                .bearer(SECRET)
                .toString()
                .contains(SECRET));
    }
}
