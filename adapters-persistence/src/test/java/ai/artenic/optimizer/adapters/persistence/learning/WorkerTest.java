package ai.artenic.optimizer.adapters.persistence.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two replicas at one queue of trainings, and workers that lose their hold on it.
class WorkerTest {
    private static final Instant NOW = Instant.parse("2026-11-05T00:00:00.000001Z");
    private static final RetrainRun RUN = RetrainRun.queued(new UUID(1, 1), true, NOW);

    private final RetrainRuns here = Workbench.storage().retrainRuns();
    private Storage other;
    private RetrainRuns there;

    @BeforeEach
    void queueRun() throws Exception {
        Workbench.clear();
        other = Storage.open(Workbench.asServer(Pool.DEFAULT));
        there = other.retrainRuns();
        here.queue(RUN);
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    private static RetrainRun ended(RetrainRun run, String version) {
        return run.ended(Status.SUCCEEDED, "passed the gate", Optional.of(version), NOW.plusSeconds(9));
    }

    private static RetrainRun unexpected(RetrainRun run) {
        throw new AssertionError("somebody works at " + run);
    }

    @Test
    void while_one_replica_works_another_finds_nothing_to_do() {
        assertTrue(here.workAtNext(NOW, started -> {
            assertFalse(there.workAtNext(NOW, WorkerTest::unexpected));
            return ended(started, "here");
        }));
        assertFalse(there.workAtNext(NOW, WorkerTest::unexpected));
    }

    @Test
    void a_worker_that_lost_its_hold_does_not_overwrite_what_its_successor_wrote() {
        assertTrue(here.workAtNext(NOW, started -> {
            loseHold();
            assertTrue(there.workAtNext(NOW.plusSeconds(5), again -> ended(again, "there")));
            return started.ended(Status.REJECTED, "too late", Optional.of("here"), NOW.plusSeconds(99));
        }));
        assertEquals(Optional.of(ended(RUN.started(NOW.plusSeconds(5)), "there")), here.newest());
    }

    @Test
    void a_worker_that_lost_its_hold_and_fails_does_not_fail_the_run_of_its_successor() {
        assertThrows(
                IllegalStateException.class,
                () -> here.workAtNext(
                        NOW,
                        _ -> raiseAfter(() -> {
                            loseHold();
                            there.workAtNext(NOW, again -> ended(again, "there"));
                        })));
        assertEquals(Optional.of(ended(RUN.started(NOW), "there")), here.newest());
    }

    private static RetrainRun raiseAfter(Runnable before) {
        before.run();
        throw new IllegalStateException("the native library gave up");
    }

    @Test
    void a_worker_that_lost_its_hold_to_nobody_keeps_what_it_made() {
        assertTrue(here.workAtNext(NOW, started -> {
            loseHold();
            return ended(started, "here");
        }));
        assertEquals(Optional.of(ended(RUN.started(NOW), "here")), there.newest());
    }

    @Test
    void a_run_whose_end_could_not_be_kept_is_taken_again() {
        var failure =
                assertThrows(IllegalStateException.class, () -> there.workAtNext(NOW, _ -> raiseAfter(other::close)));
        assertInstanceOf(StoreUnavailableException.class, failure.getSuppressed()[0]);
        assertEquals(Status.RUNNING, here.newest().orElseThrow().status());
        assertTrue(here.workAtNext(NOW, again -> ended(again, "here")));
        assertEquals(Optional.of(ended(RUN.started(NOW), "here")), here.newest());
    }

    @Test
    void a_failure_in_words_that_the_database_cannot_hold_ends_the_run_all_the_same() {
        assertThrows(
                IllegalStateException.class,
                () -> here.workAtNext(NOW, _ -> {
                    throw new IllegalStateException("nul \0");
                }));
        assertEquals(Status.FAILED, here.newest().orElseThrow().status());
    }

    /// Ends the connection that holds the lock, and waits until the lock is free.
    private static void loseHold() {
        String held = "from pg_locks where locktype = 'advisory' and granted";
        Workbench.ask("select pg_terminate_backend(pid) " + held);
        while (!Workbench.ask("select count(*) " + held).equals("0")) {
            Thread.onSpinWait();
        }
    }
}
