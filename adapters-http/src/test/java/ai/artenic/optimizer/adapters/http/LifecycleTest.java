package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    @Test
    void a_port_in_use_is_told_in_one_line() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var api = TestApi.withOffers()) {
            var settings = HttpSettings.of("127.0.0.1", taken.getLocalPort(), "1");
            var refused = assertThrows(PortInUseException.class, () -> HttpApi.start(settings, api.useCases()));
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.startsWith("Port " + taken.getLocalPort() + " on 127.0.0.1 is already in use"), message);
            assertFalse(message.contains("\n"));
        }
    }

    @Test
    void an_address_that_is_not_ours_is_refused() {
        try (var api = TestApi.withOffers()) {
            var settings = HttpSettings.of("192.0.2.1", 0, "1");
            assertThrows(UncheckedIOException.class, () -> HttpApi.start(settings, api.useCases()));
        }
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> HttpSettings.of("localhost", 65_536, "1"));
        assertThrows(IllegalArgumentException.class, () -> TestApi.settings().withBodyBytesMost(0));
    }

    @Test
    void stopping_waits_for_the_running_request_and_refuses_new_ones() throws Exception {
        var api = TestApi.withOffers();
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        api.log.beforeKeep = () -> {
            entered.countDown();
            await(release);
        };
        var running =
                CompletableFuture.supplyAsync(() -> api.client.recommend(Map.of("workload", Workloads.lora7bFields())));
        await(entered);
        int port = api.api.port();
        var stopped = CompletableFuture.runAsync(api::close);
        while (accepts(port)) {
            Thread.onSpinWait();
        }
        assertFalse(stopped.isDone());
        release.countDown();
        assertEquals(200, running.get(20, TimeUnit.SECONDS).status());
        stopped.get(20, TimeUnit.SECONDS);
        api.close();
    }

    @Test
    void a_failure_is_logged_once_with_its_stack_trace_and_correlation_id() {
        var lines = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(lines, true, StandardCharsets.UTF_8));
        try (var api = TestApi.withOffers()) {
            api.log.broken = true;
            var reply = api.client.recommend(Map.of("workload", Workloads.lora7bFields()));
            String log = lines.toString(StandardCharsets.UTF_8);
            String line = "[" + reply.header("X-Correlation-Id") + "] POST /api/v1/optimizer/recommend failed";
            assertEquals(2, log.split(Pattern.quote(line), -1).length, log);
            assertEquals(2, log.split("IllegalStateException: secret-table", -1).length, log);
        } finally {
            System.setOut(console);
        }
    }

    @Test
    void answers_outside_http_have_the_same_shape() {
        try (var api = TestApi.withOffers()) {
            var useCases = api.useCases();
            var contract = api.client.contract();
            contract.validate(
                    "#/components/schemas/Status",
                    JsonAnswers.of(useCases.status().report(), "1.2.3"));
            contract.validate(
                    "#/components/schemas/Problem",
                    JsonAnswers.of(List.of(new Violation("", "must be an object")), "cli"));
            for (String mode : new String[] {"auto", "ltr"}) {
                var question = question(mode);
                String schema = mode.equals("auto") ? "Recommendation" : "Problem";
                contract.validate(
                        "#/components/schemas/" + schema,
                        JsonAnswers.of(useCases.recommend().recommend(question), "cli"));
            }
        }
    }

    private static RecommendRequest question(String mode) {
        Map<String, Object> fields = Map.of("workload", Workloads.lora7bFields(), "mode", mode, "persist", false);
        return switch (RecommendRequest.read(fields)) {
            case Intake.Accepted<RecommendRequest>(var accepted) -> accepted;
            case Intake.Refused<RecommendRequest>(var violations) -> throw new AssertionError(violations);
        };
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
