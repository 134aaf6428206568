package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private static final TestApi API = TestApi.withOffers();
    private static final String STATUS = ContractClient.BASE + "/status";

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void a_correlation_id_is_given_back_and_a_forged_one_replaced() {
        Reply own = API.client.checked(
                API.client.get(STATUS).header("X-Correlation-Id", "run-7:a.b_c").build());
        assertEquals("run-7:a.b_c", own.header("X-Correlation-Id"));
        for (String forged : new String[] {"a b", "<script>", "x".repeat(65), "a\"b", "é"}) {
            String id = API.client
                    .checked(API.client
                            .get(STATUS)
                            .header("X-Correlation-Id", forged)
                            .build())
                    .header("X-Correlation-Id");
            assertNotEquals(forged, id);
            assertEquals(id, UUID.fromString(id).toString());
        }
    }

    @Test
    void an_unknown_address_is_not_found() {
        for (String path :
                new String[] {"/nothing", ContractClient.BASE, "/api/v1/optimizer/recommendations/", "/..a"}) {
            Reply reply = API.client.ask(path);
            assertEquals(404, reply.status(), path);
            assertEquals("not-found", reply.slug());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/optimizer/recommend, POST",
        "DELETE, /api/v1/optimizer/offers, 'GET, HEAD'",
        "POST, /api/v1/optimizer/recommendations/123e4567-e89b-12d3-a456-426614174000, 'GET, HEAD'",
        "PUT, /, 'GET, HEAD'",
        "OPTIONS, /health/live, 'GET, HEAD'",
        "PATCH, /metrics, 'GET, HEAD'",
        "FOO, /docs, 'GET, HEAD'"
    })
    void another_method_is_refused_with_the_ones_allowed(String method, String path, String allowed) {
        Reply reply = API.client.checked(
                API.client.get(path).method(method, BodyPublishers.noBody()).build());
        assertEquals(405, reply.status(), reply.body());
        assertEquals("method-not-allowed", reply.slug());
        assertEquals(allowed, reply.header("Allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/json;charset=iso-8859-1",
                "application/xml",
                "garbage",
                "application/jsonp"
            })
    void other_media_types_are_not_read(String contentType) {
        Reply reply = API.client.post("/recommend", BodyPublishers.ofString("{}"), Map.of("Content-Type", contentType));
        assertEquals(415, reply.status());
        assertEquals("unsupported-media-type", reply.slug());
    }

    @Test
    void a_body_needs_a_media_type_and_must_not_be_compressed() {
        assertEquals(
                415,
                API.client
                        .post("/recommend", BodyPublishers.ofString("{}"), Map.of())
                        .status());
        assertEquals(
                415,
                API.client
                        .post(
                                "/recommend",
                                BodyPublishers.ofString("{}"),
                                Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"))
                        .status());
        assertEquals(
                422,
                API.client
                        .post(
                                "/recommend",
                                BodyPublishers.ofString("{}"),
                                Map.of("Content-Type", "Application/JSON; charset=\"UTF-8\""))
                        .status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|200",
                "*/*|200",
                "application/*|200",
                "text/html, application/json;q=0.1|200",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|200",
                "*/*;q=0|406",
                "application/json;q=0, */*|406",
                "text/html|406",
                "text/*|406",
                "application/json;q=nonsense|200"
            })
    void only_what_is_accepted_is_answered(String accept, int status) {
        Reply reply = API.client.checked(
                API.client.get(STATUS).header("Accept", accept).build());
        assertEquals(status, reply.status());
        if (status == 406) {
            assertEquals("not-acceptable", reply.slug());
        }
    }

    @Test
    void head_answers_like_get_without_a_body() {
        for (String path : new String[] {STATUS, "/", "/docs", "/health/live", ContractClient.BASE + "/offers"}) {
            Reply reply = API.client.checked(
                    API.client.get(path).method("HEAD", BodyPublishers.noBody()).build());
            assertEquals(200, reply.status(), path);
            assertEquals("", reply.body());
            assertTrue(Integer.parseInt(reply.header("Content-Length")) > 10, path);
        }
    }

    @Test
    void answers_tell_browsers_to_be_careful() {
        for (String path : new String[] {"/", "/docs", STATUS}) {
            Reply reply = API.client.ask(path);
            assertTrue(reply.header("Content-Security-Policy").startsWith("default-src 'none'"));
            assertTrue(!reply.header("Content-Security-Policy").contains("unsafe"));
            assertEquals("no-referrer", reply.header("Referrer-Policy"));
        }
    }

    @Test
    void a_long_answer_is_compressed_for_those_who_ask_and_a_short_one_never() throws IOException {
        byte[] compressed = gzip(ContractClient.BASE + "/offers").body();
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
        assertTrue(compressed.length * 4 < plain.length);
        assertTrue(new String(plain, StandardCharsets.UTF_8).startsWith("{\"items\":["));
        assertEquals("", gzip(STATUS).headers().firstValue("Content-Encoding").orElse(""));
    }

    private static HttpResponse<byte[]> gzip(String path) {
        return API.client
                .unchecked(API.client.get(path).header("Accept-Encoding", "br, gzip;q=0.5"))
                .raw();
    }
}
