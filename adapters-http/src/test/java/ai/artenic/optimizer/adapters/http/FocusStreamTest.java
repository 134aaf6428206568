package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How an export is sent: page by page, and broken off where the client notices.
@Timeout(120)
class FocusStreamTest {
    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private HttpRequest.Builder encoded(String encoding) {
        return api.client.get(FocusExports.PATH + FocusExports.EVER).header("Accept-Encoding", encoding);
    }

    @Test
    void the_answer_has_no_length_and_its_pages_are_read_while_it_is_sent() {
        FocusExports.keepMany(api, 2_500);
        Reply reply = api.client.ask(FocusExports.PATH + FocusExports.EVER);
        assertEquals("", reply.header("Content-Length"));
        assertEquals("chunked", reply.header("Transfer-Encoding"));
        assertEquals("attachment; filename=\"focus-2026-01-01-2030-01-01.csv\"", reply.header("Content-Disposition"));
        api.spent.pages.set(0);
        Reply head = api.client.checked(api.client
                .get(FocusExports.PATH + FocusExports.EVER)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertEquals("", head.header("Content-Length"));
        assertEquals("text/csv; charset=utf-8", head.header("Content-Type"));
        assertEquals(1, api.spent.pages.get());
    }

    @Test
    void whoever_accepts_gzip_gets_the_same_compressed() throws IOException {
        FocusExports.keepMany(api, 2_500);
        Reply zipped = api.client.unchecked(encoded("gzip"));
        assertEquals("gzip", zipped.header("Content-Encoding"));
        assertEquals("Accept-Encoding", zipped.header("Vary"));
        byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(zipped.raw().body())).readAllBytes();
        assertTrue(zipped.raw().body().length * 4 < bytes.length, "compressed");
        assertEquals(FocusExports.get(api, FocusExports.EVER), new String(bytes, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"identity, 1", "gzip, 5"})
    void a_store_that_fails_on_the_way_breaks_the_answer_off_where_the_client_notices(String encoding, int pages)
            throws IOException, InterruptedException {
        FocusExports.keepMany(api, 6_000);
        for (RuntimeException failure : List.of(api.spent.failure, new IllegalStateException("a bug"))) {
            api.spent.failure = failure;
            api.spent.awayAfter(pages);
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<InputStream> begun = http.send(encoded(encoding).build(), BodyHandlers.ofInputStream());
                assertEquals(200, begun.statusCode());
                assertThrows(IOException.class, () -> begun.body().readAllBytes());
            }
        }
        awaitCount(503);
        awaitCount(500);
        api.spent.awayAfter(Integer.MAX_VALUE);
        assertEquals(
                6_000,
                FocusExports.rows(FocusExports.get(api, FocusExports.EVER)).size());
    }

    /// Returns once an export is counted under this status.
    private void awaitCount(int status) {
        while (!isCounted(status)) {
            Thread.onSpinWait();
        }
    }

    private boolean isCounted(int status) {
        return api.client
                .ask("/metrics")
                .body()
                .lines()
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("/cost/export/focus")
                        && line.contains("status=\"" + status + "\""));
    }

    @Test
    void a_reader_who_goes_away_ends_the_reading_of_an_endless_history() throws IOException, InterruptedException {
        FocusExports.keepMany(api, 1_000);
        api.spent.isEndless = true;
        try (HttpClient http = HttpClient.newHttpClient()) {
            try (InputStream endless = http.send(encoded("gzip").build(), BodyHandlers.ofInputStream())
                    .body()) {
                endless.readNBytes(100_000);
            }
            http.shutdownNow();
        }
        awaitCount(499);
        int pages = api.spent.pages.get();
        assertTrue(pages > 1, "pages " + pages);
        FocusExports.get(api, "?from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z");
        assertEquals(pages + 1, api.spent.pages.get());
    }

    @Test
    void a_store_that_fails_before_anything_has_left_is_told_as_a_problem() {
        FocusExports.keepMany(api, 1_001);
        api.spent.awayAfter(1);
        Reply reply = api.client.unchecked(encoded("gzip"));
        assertEquals(503, reply.status());
        assertEquals("unavailable", reply.slug());
        assertEquals("5", reply.header("Retry-After"));
        assertEquals("", reply.header("Content-Encoding") + reply.header("Content-Disposition"));
    }

    @Test
    void a_store_that_is_away_from_the_start_is_told_as_a_problem() {
        api.spent.awayAfter(0);
        Reply reply = api.client.ask(FocusExports.PATH + FocusExports.EVER);
        assertEquals(503, reply.status());
        assertEquals("unavailable", reply.slug());
    }
}
