package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileBodyTest {
    private static final TestApi API = TestApi.withOffers();
    private static final String WORKLOAD = "\"workload\":{\"dataset_size_gb\":50,\"model_params_m\":7000,"
            + "\"framework\":\"pytorch\",\"gpu_required\":true";

    @AfterAll
    static void stop() {
        API.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"workload\":",
                "{\"workload\":}",
                "{\"workload\":{}",
                "[1,2",
                "{} {}",
                "{}]",
                "{\"top_n\":NaN}",
                "{\"top_n\":Infinity}",
                "{\"top_n\":-Infinity}",
                "{\"top_n\":+1}",
                "{\"top_n\":01}",
                "{\"top_n\":.5}",
                "{\"top_n\":0x10}",
                "{'top_n':1}",
                "{top_n:1}",
                "{\"top_n\":1,}",
                "{\"top_n\":1 // one\n}",
                "{\"goal\":\"a\u0001b\"}",
                "{\"goal\":\"\\x\"}",
                "nul"
            })
    void what_is_not_json_is_malformed_and_says_where(String body) {
        Reply reply = API.client.post("/recommend", body);
        assertEquals(400, reply.status(), reply.body());
        assertEquals("malformed-json", reply.slug());
        assertTrue(body.isBlank() || reply.body().contains("line "), reply.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
    void a_body_that_is_no_object_is_invalid(String body) {
        Reply reply = API.client.post("/recommend", body);
        assertEquals(422, reply.status());
        assertEquals("invalid-request", reply.slug());
    }

    @Test
    void a_name_that_is_there_twice_is_refused_by_name() {
        Reply reply = API.client.post("/recommend", "{\"top_n\":1,\"top_n\":2}");
        assertEquals("malformed-json", reply.slug());
        assertTrue(reply.body().contains("top_n"), reply.body());
        assertEquals(
                "malformed-json",
                API.client
                        .post("/recommend", "{" + WORKLOAD + ",\"framew\\u006frk\":\"jax\"}}")
                        .slug());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void a_hundred_thousand_levels_are_refused(String level) {
        Reply reply = API.client.post("/recommend", "{\"workload\":" + level.repeat(100_000));
        assertEquals("malformed-json", reply.slug());
        assertTrue(reply.body().contains("nested deeper"), reply.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e999999999", "1e99999999999999", "-1e-2147483649000"})
    void a_number_beyond_all_bounds_is_refused_by_its_field(String number) {
        Reply reply = API.client.post("/recommend", "{" + WORKLOAD + ",\"num_epochs\":" + number + "}}");
        assertEquals(422, reply.status(), reply.body());
        assertTrue(reply.errors().contains("/workload/num_epochs must be"), reply.body());
    }

    @Test
    void four_hundred_digits_are_no_finite_number_and_a_million_are_malformed() {
        Reply reply = API.client.post("/recommend", "{" + WORKLOAD + ",\"num_epochs\":" + "9".repeat(400) + "}}");
        assertEquals("/workload/num_epochs must be a finite number\n", reply.errors());
        assertEquals(
                "malformed-json",
                API.client
                        .post("/recommend", "{\"top_n\":" + "9".repeat(1_000_000) + "}")
                        .slug());
    }

    @Test
    void a_number_at_the_edge_of_doubles_is_out_of_bounds() {
        assertTrue(API.client
                .post("/recommend", "{" + WORKLOAD + ",\"tokens_b\":1e308}}")
                .errors()
                .startsWith("/workload/tokens_b must be between"));
        assertTrue(API.client
                .post("/recommend", "{" + WORKLOAD + ",\"tokens_b\":0}}")
                .errors()
                .startsWith("/workload/tokens_b must be between"));
    }

    @Test
    void a_byte_order_mark_of_utf8_is_tolerated() {
        byte[] body = ("\uFEFF{" + WORKLOAD + "}}").getBytes(StandardCharsets.UTF_8);
        assertEquals(200, API.client.post("/recommend", body).status());
    }

    @Test
    void other_encodings_are_refused() {
        String body = "{" + WORKLOAD + "}}";
        for (var charset : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
            assertEquals(
                    "malformed-json",
                    API.client.post("/recommend", body.getBytes(charset)).slug());
        }
        byte[] latin1 = "{\"job_id\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("malformed-json", API.client.post("/recommend", latin1).slug());
        byte[] surrogateInUtf8 = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'};
        assertEquals(
                "malformed-json", API.client.post("/recommend", surrogateInUtf8).slug());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00x", "\\udc00\\ud800", "\\ud800\\ud800\\udc00", "a\\u0000b"})
    void text_that_no_store_can_hold_is_refused_by_its_field(String text) {
        Reply reply = API.client.post("/recommend", "{" + WORKLOAD + "},\"job_id\":\"" + text + "\"}");
        assertEquals(422, reply.status(), reply.body());
        assertTrue(reply.errors().startsWith("/job_id must not hold U+0000 or half"), reply.body());
        Reply name = API.client.post("/recommend", "{" + WORKLOAD + "},\"" + text + "\":1}");
        assertEquals(text.contains("u0000") ? "invalid-request" : "malformed-json", name.slug());
    }

    @Test
    void pairs_of_surrogates_are_text() {
        Reply reply = API.client.post("/recommend", "{" + WORKLOAD + "},\"job_id\":\"\\ud83d\\ude80 job\"}");
        assertEquals(200, reply.status(), reply.body());
    }

    @Test
    void a_long_name_or_thousands_of_names_are_refused() {
        assertEquals(
                "malformed-json",
                API.client
                        .post("/recommend", "{\"" + "n".repeat(900_000) + "\":1}")
                        .slug());
        var members = new StringBuilder("{\"a\":0");
        for (int i = 0; i < 50_000; i++) {
            members.append(",\"n").append(i).append("\":1");
        }
        assertEquals(
                "malformed-json", API.client.post("/recommend", members + "}").slug());
    }

    @Test
    void a_long_text_is_refused_by_its_field() {
        Reply reply = API.client.post("/recommend", "{" + WORKLOAD + "},\"goal\":\"" + "g".repeat(900_000) + "\"}");
        assertTrue(
                reply.errors().startsWith("/goal must be one of"), reply.body().substring(0, 200));
        assertTrue(reply.body().length() < 1_000, "the text is not sent back whole");
    }

    @Test
    void text_full_of_metacharacters_is_stored_and_returned_as_text() {
        String hostile = "'; DROP TABLE x; --<b>%00\\u0009é";
        Reply kept = API.client.post("/recommend", "{" + WORKLOAD + ",\"dataset_region\":\"" + hostile + "\"}}");
        String id = kept.json().get("recommendation_id").asString();
        Reply found = API.client.ask(ContractClient.BASE + "/recommendations/" + id);
        assertEquals(
                "'; DROP TABLE x; --<b>%00\té",
                found.json().at("/workload/dataset_region").asString());
    }

    @Test
    void a_body_above_the_limit_is_refused_whether_its_length_is_announced_or_not() {
        byte[] large = "x".repeat(20 << 20).getBytes(StandardCharsets.UTF_8);
        Reply announced = API.client.post("/recommend", large);
        assertEquals(413, announced.status());
        assertEquals("payload-too-large", announced.slug());
        Reply chunked = API.client.post(
                "/recommend",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                Map.of("Content-Type", "application/json"));
        assertEquals(413, chunked.status());
        assertEquals("payload-too-large", chunked.slug());
    }

    @Test
    void a_body_just_at_the_limit_is_read_in_chunks_too() {
        String question = "{" + WORKLOAD + "}}";
        byte[] padded = (question + " ".repeat((1 << 20) - question.length())).getBytes(StandardCharsets.UTF_8);
        Reply chunked = API.client.post(
                "/recommend",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(padded)),
                Map.of("Content-Type", "application/json"));
        assertEquals(200, chunked.status(), chunked.body());
        assertEquals(200, API.client.post("/recommend", padded).status());
    }
}
