package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.OtherProcess.Task;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Services and servers killed while outcomes come in, and trainers killed at their work.
class LearningCrashTest {
    private static final Instant NOW = Instant.parse("2026-11-05T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_service_killed_at_any_point_of_an_ingest_loses_nothing_it_acknowledged_and_keeps_nothing_twice()
            throws Exception {
        Workbench.storage();
        Workbench.clear();
        Set<Long> acknowledged = new HashSet<>();
        for (int round = 0; round < 6; round++) {
            try (OtherProcess service =
                    OtherProcess.at(Workbench.asServer(Pool.DEFAULT).url(), Task.INGEST)) {
                acknowledge(service, 60 + 37 * round, acknowledged);
                service.kill();
            }
            assertAllKept(Workbench.storage(), acknowledged);
        }
        assertNothingTwice();
    }

    @Test
    void a_service_killed_with_its_server_left_behind_finds_all_it_acknowledged_when_it_starts_again()
            throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        Set<Long> acknowledged = new HashSet<>();
        try (OtherProcess service = OtherProcess.embedded(Task.INGEST, data, Workbench.BINARIES)) {
            acknowledge(service, 200, acknowledged);
            service.kill();
        }
        try (Storage storage = Storage.open(Workbench.embedded(data))) {
            assertAllKept(storage, acknowledged);
        }
    }

    @Test
    void outcomes_that_come_in_while_the_server_is_killed_are_kept_or_refused_and_never_half_kept() throws Exception {
        try (Storage storage = Storage.open(Workbench.embedded(Workbench.used(folder.resolve("data"))));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
            for (int round = 0; round < 2; round++) {
                long first = round * 1_000L;
                var isBack = new AtomicBoolean();
                var callers = LongStream.range(0, 8)
                        .mapToObj(caller -> threads.submit(
                                () -> keep(storage.outcomeLog(), first + caller * 100, acknowledged, isBack)))
                        .toList();
                while (acknowledged.size() < 40 * (round + 1)) {
                    Thread.onSpinWait();
                }
                ProcessHandle.of(storage.embeddedServerPid().orElseThrow())
                        .orElseThrow()
                        .destroyForcibly();
                keepOnceBack(storage.outcomeLog(), 100_000 + round);
                isBack.set(true);
                for (var caller : callers) {
                    caller.get();
                }
                assertAllKept(storage, acknowledged);
            }
        }
    }

    /// Keeps on until the store is away, or, where its absence was over between two outcomes, until it is back.
    private static void keep(OutcomeLog log, long first, Set<Long> acknowledged, AtomicBoolean isBack) {
        try {
            for (long seed = first; !isBack.get(); seed = first + (seed + 1 - first) % 100) {
                log.keep(List.of(Outcomes.seeded(seed)));
                acknowledged.add(seed);
            }
        } catch (StoreUnavailableException _) {
            assertFalse(Thread.currentThread().isInterrupted());
        }
    }

    private static void keepOnceBack(OutcomeLog log, long seed) {
        while (true) {
            try {
                log.keep(List.of(Outcomes.seeded(seed)));
                return;
            } catch (StoreUnavailableException _) {
                Thread.onSpinWait();
            }
        }
    }

    private static void acknowledge(OtherProcess service, int count, Set<Long> acknowledged) throws IOException {
        assertEquals("open", service.says());
        for (int i = 0; i < count; i++) {
            acknowledged.add(Long.parseLong(service.says()));
        }
    }

    /// The same outcomes once more are known to the last, and what is counted is what is there.
    private static void assertAllKept(Storage storage, Set<Long> acknowledged) {
        for (long seed : acknowledged) {
            var kept = storage.outcomeLog().keep(List.of(Outcomes.seeded(seed))).getFirst();
            assertTrue(kept instanceof Kept.Same, () -> "outcome " + seed + " was " + kept);
            assertEquals(Outcomes.seeded(seed), kept.outcome().assessed());
        }
    }

    private static void assertNothingTwice() {
        assertEquals("t t t t", Workbench.ask("""
                select concat_ws(' ',
                    outcomes = (select count(distinct job_id) from training_outcomes),
                    outcomes = (select count(*) from training_outcomes),
                    samples = (select count(*) from optimizer_training_samples),
                    (select sum(observations) from optimizer_calibration_classes)
                        = (select count(*) from optimizer_calibration_observations))
                from optimizer_outcome_counts"""));
    }

    @Test
    void a_trainer_that_is_killed_frees_its_run_at_once_for_another_to_finish() throws Exception {
        RetrainRuns runs = Workbench.storage().retrainRuns();
        Workbench.clear();
        runs.queue(RetrainRun.queued(new UUID(1, 1), false, NOW));
        try (OtherProcess trainer =
                OtherProcess.at(Workbench.asServer(Pool.DEFAULT).url(), Task.TRAIN)) {
            assertEquals("open", trainer.says());
            assertEquals("working", trainer.says());
            assertFalse(runs.workAtNext(NOW, run -> run));
            assertEquals(Status.RUNNING, runs.newest().orElseThrow().status());
            trainer.kill();
        }
        var end = Optional.of("v1");
        while (!runs.workAtNext(NOW, run -> run.ended(Status.SUCCEEDED, "passed the gate", end, NOW))) {
            Thread.onSpinWait();
        }
        assertEquals(Status.SUCCEEDED, runs.newest().orElseThrow().status());
        assertEquals(end, runs.newest().orElseThrow().modelVersion());
    }
}
