package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.say;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.azure.Azure;
import ai.artenic.optimizer.adapters.pricing.lambda.LambdaLabs;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class InterruptedReadingTest {
    private static final String BROKEN_OFF = "127.0.0.1/prices was broken off before it was read";

    private static final Limits LONG_WAITS = new Limits(
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            Duration.ofHours(1),
            1,
            3,
            Duration.ofHours(1),
            Duration.ofHours(2),
            100,
            Duration.ofHours(1));

    private record Ended(String error, boolean isInterrupted) {}

    /// Reads, and is interrupted once the server has begun.
    private static Ended interrupted(RawServer server, CountDownLatch begun) throws Exception {
        var reading = new FutureTask<>(() -> {
            String error = Asking.error(server, LONG_WAITS);
            return new Ended(error, Thread.interrupted());
        });
        Thread reader = Thread.ofVirtual().start(reading);
        begun.await();
        while (reader.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        reader.interrupt();
        return reading.get();
    }

    @Test
    void a_reading_that_waits_for_an_answer_ends_at_once_and_whoever_goes_on_knows() throws Exception {
        var begun = new CountDownLatch(1);
        try (var server = new RawServer(connection -> {
            begun.countDown();
            RawServer.awaitEnd(connection);
        })) {
            assertEquals(new Ended(BROKEN_OFF, true), interrupted(server, begun));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void a_reading_in_the_middle_of_a_body_ends_at_once() throws Exception {
        var begun = new CountDownLatch(1);
        try (var server = new RawServer(connection -> {
            say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            begun.countDown();
            RawServer.awaitEnd(connection);
        })) {
            assertEquals(new Ended(BROKEN_OFF, true), interrupted(server, begun));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void a_reading_that_waits_for_its_next_attempt_ends_at_once() throws Exception {
        var begun = new CountDownLatch(1);
        try (var server = new RawServer(connection -> {
            status("503 Service Unavailable", "Retry-After: 3600").play(connection);
            begun.countDown();
        })) {
            assertEquals(new Ended(BROKEN_OFF, true), interrupted(server, begun));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void a_source_that_is_interrupted_says_so_and_leaves_the_thread_fit_for_noting_it() throws Exception {
        try (var server = new ProviderServer()) {
            var source = server.source(new LambdaLabs(), "api-key", "secret");
            var reading = CompletableFuture.supplyAsync(() -> {
                Thread.currentThread().interrupt();
                return Offers.error(source) + Thread.interrupted();
            });
            assertEquals(
                    "cloud.lambda.ai/api/v1/instance-types was broken off before it was read" + false, reading.get());
        }
    }

    @Test
    void a_walk_through_regions_that_is_interrupted_is_no_price_list() throws Exception {
        try (var server = new ProviderServer()) {
            Thread test = Thread.currentThread();
            server.at("prices.azure.com/api/retail/prices", request -> {
                boolean isLater = server.requests().size() > 1;
                if (isLater) {
                    test.interrupt();
                    return new ProviderServer.Reply(404, Map.of(), "");
                }
                return ProviderServer.Reply.ok("{\"Items\": [], \"NextPageLink\": null}");
            });
            String error = Offers.error(server.source(new Azure()));
            assertTrue(error.contains("was broken off") || error.contains("answered 404"), error);
            assertFalse(Thread.interrupted());
        }
    }
}
