package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.Asking.error;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.application.port.FxSource.Reading;
import org.junit.jupiter.api.Test;

class MisshapenBodyTest {
    @Test
    void bodies_of_another_shape_are_not_asked_for_again() {
        for (String body : new String[] {"{\"items\": [", "<html>", "", "nope"}) {
            try (var server = new RawServer(ok(body))) {
                String error = error(
                        Asking.web(server.address(), Asking.LIMITS),
                        Asking.get(server),
                        in -> Json.tree(in).path("items").get(0));
                assertTrue(error.contains("did not answer"), error);
                assertEquals(1, server.requests().size(), body);
            }
        }
    }

    @Test
    void an_xml_body_of_another_shape_is_not_asked_for_again() {
        try (var server = new RawServer(ok("<Envelope><Cube>"))) {
            assertTrue(Asking.rates(server).read() instanceof Reading.Failed);
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void a_reader_that_breaks_does_not_take_the_web_with_it() {
        try (var server = new RawServer(ok("seven"))) {
            assertEquals(
                    "127.0.0.1/prices did not answer as expected: java.lang.NumberFormatException:"
                            + " For input string: \"seven\"",
                    error(
                            Asking.web(server.address(), Asking.LIMITS),
                            Asking.get(server),
                            body -> Integer.parseInt(Asking.TEXT.read(body))));
            assertEquals(1, server.requests().size());
        }
    }
}
