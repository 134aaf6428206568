package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportTest {
    private static final Map<String, String> JSON_LINES = Map.of("Content-Type", "application/x-ndjson");
    private static final String HEAD = String.join(
            "\r\n",
            "POST /api/v1/optimizer/outcomes/import HTTP/1.1",
            "Host: x",
            "Connection: close",
            "Content-Type: application/x-ndjson",
            "Content-Length: 100000");
    private TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private static String line(String job) {
        return JsonMapper.shared().writeValueAsString(OutcomeTest.outcome(job, Map.of()));
    }

    private Reply post(BodyPublisher body) {
        return api.client.post("/outcomes/import", body, JSON_LINES);
    }

    private Reply post(String body) {
        return post(BodyPublishers.ofString(body));
    }

    @Test
    void ten_thousand_lines_with_bad_ones_between_lose_no_good_one() {
        var body = new StringBuilder();
        for (int i = 1; i <= 10_000; i++) {
            body.append(i % 100 == 0 ? "{\"job_id\": " : line("job-" + i)).append('\n');
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        // chunked: the server is not told how long it is
        Reply reply = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        assertEquals(200, reply.status(), reply.body());
        JsonNode answer = reply.json();
        assertEquals(9_900, answer.get("accepted").asInt());
        assertEquals(0, answer.get("duplicates").asInt());
        assertEquals(100, answer.get("rejected_total").asInt());
        assertEquals(100, answer.at("/rejected/0/line").asInt());
        assertEquals(10_000, answer.at("/rejected/99/line").asInt());
        assertEquals("", answer.at("/rejected/0/errors/0/pointer").asString());
        assertEquals(9_900, api.outcomes.kept.counts().outcomes());
        assertEquals(
                9_900,
                post(BodyPublishers.ofByteArray(bytes)).json().get("duplicates").asInt());
    }

    @Test
    void line_ends_may_be_of_either_kind_blank_lines_are_skipped_and_the_last_needs_none() {
        Reply reply = post("\uFEFF" + line("a") + "\r\n\r\n  \n" + line("b") + "\n" + line("c"));
        assertEquals(3, reply.json().get("accepted").asInt(), reply.body());
        assertEquals(0, post("").json().get("accepted").asInt());
        assertEquals(0, post("\n\r\n\n").json().get("rejected_total").asInt());
    }

    @Test
    void each_bad_line_is_told_with_its_number_and_reasons() {
        String unknown = JsonMapper.shared()
                .writeValueAsString(
                        OutcomeTest.outcome("x", Map.of("recommendation_id", "123e4567-e89b-12d3-a456-426614174000")));
        String other = JsonMapper.shared().writeValueAsString(OutcomeTest.outcome("a", Map.of("is_spot", true)));
        Reply reply = post(String.join(
                "\n", line("a"), "[]", "", "nonsense", unknown, other, "{\"job_id\": \"\\u0000\"}", line("b")));
        JsonNode rejected = reply.json().get("rejected");
        assertEquals(2, reply.json().get("accepted").asInt());
        assertEquals(5, rejected.size(), reply.body());
        String[] expected = {
            "2  must be a JSON object",
            "4  is not valid JSON at line 1, column",
            "5 /recommendation_id names no recommendation",
            "6 /job_id has another outcome already",
            "7 /job_id must not hold U+0000"
        };
        for (int i = 0; i < expected.length; i++) {
            JsonNode error = rejected.get(i).at("/errors/0");
            String told = rejected.get(i).get("line").asInt() + " "
                    + error.get("pointer").asString() + " "
                    + error.get("message").asString();
            assertTrue(told.startsWith(expected[i]), told);
        }
    }

    @Test
    void a_line_longer_than_a_mebibyte_is_rejected_and_the_next_one_read() {
        String longest = line("a") + " ".repeat((1 << 20) - line("a").length());
        Reply reply = post(longest + "\r\n" + " " + longest + "\n" + line("b"));
        assertEquals(2, reply.json().get("accepted").asInt(), reply.body());
        assertEquals(2, reply.json().at("/rejected/0/line").asInt());
    }

    @Test
    void only_json_lines_are_read() {
        Reply reply = api.client.post("/outcomes/import", line("a"));
        assertEquals("unsupported-media-type", reply.slug());
        assertTrue(reply.json().get("detail").asString().contains("application/x-ndjson"), reply.body());
    }

    @Test
    void a_store_that_goes_away_is_told_with_what_was_kept_and_the_whole_can_be_sent_again() {
        var body = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            body.append(line("job-" + i)).append('\n');
        }
        api.outcomes.writesBeforeAway = 1;
        Reply reply = post(body.toString());
        assertEquals(503, reply.status());
        assertTrue(
                reply.json()
                        .get("detail")
                        .asString()
                        .startsWith("The store does not answer since line 1001. Until then 1000 outcomes were kept"),
                reply.body());
        api.outcomes.writesBeforeAway = Integer.MAX_VALUE;
        JsonNode again = post(body.toString()).json();
        assertEquals(1_500, again.get("accepted").asInt());
        assertEquals(1_000, again.get("duplicates").asInt());
    }

    @Test
    void a_sender_that_stalls_is_cut_off_and_what_it_sent_is_kept() {
        api.close();
        api = TestApi.withOffers(
                TestApi.settings().withTimes(Duration.ofSeconds(15), Duration.ofMillis(500), Duration.ofSeconds(1)));
        try (var raw = new RawSocket(api.api.port())) {
            String sent = line("a") + "\n" + line("b").substring(0, 20);
            String answer = raw.send(HEAD + "\r\n\r\n" + sent).answer();
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertTrue(answer.contains("1 outcomes were kept"), answer);
        }
        assertEquals(1, api.outcomes.kept.counts().outcomes());
    }

    @Test
    void a_line_that_drips_is_cut_off_however_little_each_pause_is() throws Exception {
        api.close();
        api = TestApi.withOffers(
                TestApi.settings().withTimes(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofSeconds(1)));
        try (var raw = new RawSocket(api.api.port())) {
            raw.send(HEAD + "\r\n\r\n");
            var dripping = Thread.ofVirtual().start(() -> drip(raw));
            String answer = raw.answer();
            dripping.interrupt();
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertFalse(answer.contains("1 outcomes"), answer);
        }
    }

    private static void drip(RawSocket raw) {
        try {
            for (int i = 0; i < 500; i++) {
                raw.send(" ");
                Thread.sleep(20);
            }
        } catch (InterruptedException | java.io.UncheckedIOException e) {
            // the server has had enough
        }
    }
}
