package ai.artenic.optimizer.domain.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetrainRunTest {
    private static final Instant ASKED = Instant.parse("2026-09-01T12:00:00Z");
    private static final Instant STARTED = ASKED.plusSeconds(5);
    private static final Instant ENDED = ASKED.plusSeconds(65);
    private static final UUID ID = new UUID(1, 2);

    @Test
    void a_queued_run_waits() {
        RetrainRun queued = RetrainRun.queued(ID, true, ASKED);
        assertEquals(Status.QUEUED, queued.status());
        assertEquals(ASKED, queued.requestedAt());
        assertEquals(Optional.empty(), queued.startedAt());
        assertTrue(queued.isForced());
        assertFalse(queued.isOver());
    }

    @Test
    void a_started_run_is_the_same_run() {
        RetrainRun running = RetrainRun.queued(ID, false, ASKED).started(STARTED);
        assertEquals(
                new RetrainRun(
                        ID,
                        Status.RUNNING,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        ASKED,
                        Optional.of(STARTED),
                        Optional.empty()),
                running);
        assertFalse(running.isOver());
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "REJECTED", "FAILED"})
    void an_ended_run_says_why(Status how) {
        Optional<String> version = how == Status.FAILED ? Optional.empty() : Optional.of("v7");
        RetrainRun ended = RetrainRun.queued(ID, false, ASKED).started(STARTED).ended(how, "because", version, ENDED);
        assertEquals(
                new RetrainRun(
                        ID,
                        how,
                        false,
                        Optional.of("because"),
                        version,
                        ASKED,
                        Optional.of(STARTED),
                        Optional.of(ENDED)),
                ended);
        assertTrue(ended.isOver());
    }

    @Test
    void a_run_may_end_before_it_starts() {
        RetrainRun ended =
                RetrainRun.queued(ID, false, ASKED).ended(Status.FAILED, "too few samples", Optional.empty(), ENDED);
        assertEquals(Optional.empty(), ended.startedAt());
        assertTrue(ended.isOver());
    }
}
