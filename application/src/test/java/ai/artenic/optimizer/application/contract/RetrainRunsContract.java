package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.application.port.RetrainRuns.Queued;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What every queue of trainings promises.
public interface RetrainRunsContract {
    Instant NOW = Instant.parse("2026-11-05T00:00:00.000001Z");
    Instant LATER = NOW.plusSeconds(60);

    /// An empty queue.
    RetrainRuns runs();

    private static RetrainRun run(long number) {
        return RetrainRun.queued(new UUID(1, number), number % 2 == 0, NOW.plusSeconds(number));
    }

    private static RetrainRun succeeded(RetrainRun run) {
        return run.ended(Status.SUCCEEDED, "passed the gate", Optional.of("v1"), LATER);
    }

    @Test
    default void an_empty_queue_has_no_work() {
        RetrainRuns runs = runs();
        assertEquals(Optional.empty(), runs.newest());
        assertEquals(Optional.empty(), runs.find(new UUID(1, 1)));
        assertFalse(runs.workAtNext(NOW, _ -> {
            throw new AssertionError("there is nothing to work at");
        }));
    }

    @Test
    default void while_a_run_is_not_over_no_other_is_queued() {
        RetrainRuns runs = runs();
        assertEquals(new Queued.Accepted(run(1)), runs.queue(run(1)));
        assertEquals(new Queued.InProgress(run(1)), runs.queue(run(2)));
        runs.workAtNext(NOW, started -> {
            assertEquals(new Queued.InProgress(run(1).started(NOW)), runs.queue(run(2)));
            return succeeded(started);
        });
        assertEquals(new Queued.Accepted(run(2)), runs.queue(run(2)));
        assertEquals(Optional.of(run(2)), runs.newest());
        assertEquals(Optional.of(succeeded(run(1).started(NOW))), runs.find(run(1).id()));
    }

    @Test
    default void of_many_queued_at_once_one_is_accepted_and_the_others_are_told_of_it() throws Exception {
        RetrainRuns runs = runs();
        var attempts = new ArrayList<Callable<Queued>>();
        for (int i = 0; i < 16; i++) {
            RetrainRun run = run(i);
            attempts.add(() -> runs.queue(run));
        }
        var answers = new ArrayList<Queued>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }
        RetrainRun accepted = runs.newest().orElseThrow();
        assertEquals(
                List.of(new Queued.Accepted(accepted)),
                answers.stream().filter(Queued.Accepted.class::isInstance).toList());
        assertEquals(
                15,
                answers.stream().filter(new Queued.InProgress(accepted)::equals).count());
    }

    @Test
    default void a_run_is_seen_running_while_it_is_worked_at_and_ends_as_the_work_says() {
        for (Status end : List.of(Status.SUCCEEDED, Status.REJECTED, Status.FAILED)) {
            RetrainRuns runs = runs();
            runs.queue(run(1));
            RetrainRun ended = run(1).started(NOW).ended(end, "because, 'so'", Optional.empty(), LATER);
            assertTrue(runs.workAtNext(NOW, started -> {
                assertEquals(run(1).started(NOW), started);
                assertEquals(Optional.of(started), runs.find(started.id()));
                return ended;
            }));
            assertEquals(Optional.of(ended), runs.newest());
            assertFalse(runs.workAtNext(NOW, UnaryOperator.identity()));
        }
    }

    @Test
    default void a_run_is_worked_at_by_one_alone() throws Exception {
        RetrainRuns runs = runs();
        runs.queue(run(1));
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var worker = threads.submit(() -> runs.workAtNext(NOW, started -> {
                begun.countDown();
                await(mayEnd);
                return succeeded(started);
            }));
            begun.await();
            for (int i = 0; i < 5; i++) {
                assertFalse(runs.workAtNext(LATER, _ -> {
                    throw new AssertionError("somebody works at it");
                }));
            }
            assertEquals(Optional.of(run(1).started(NOW)), runs.newest());
            mayEnd.countDown();
            assertTrue(worker.get());
        }
        assertEquals(Optional.of(succeeded(run(1).started(NOW))), runs.newest());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    default void work_that_throws_leaves_the_run_failed_and_the_next_may_come() {
        for (Throwable failure : List.of(new IllegalStateException("no trees"), new LinkageError("no library"))) {
            RetrainRuns runs = runs();
            runs.queue(run(1));
            assertSame(failure, assertThrows(failure.getClass(), () -> runs.workAtNext(NOW, _ -> raise(failure))));
            RetrainRun failed = runs.newest().orElseThrow();
            assertEquals(Status.FAILED, failed.status());
            assertTrue(failed.reason().orElseThrow().contains(String.valueOf(failure.getMessage())));
            assertTrue(failed.isOver() && !failed.finishedAt().orElseThrow().isBefore(NOW));
            assertEquals(new Queued.Accepted(run(2)), runs.queue(run(2)));
        }
    }

    private static RetrainRun raise(Throwable failure) {
        switch (failure) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new AssertionError(failure);
        }
    }

    @Test
    default void work_that_does_not_end_its_own_run_is_a_bug_and_leaves_it_failed() {
        List<UnaryOperator<RetrainRun>> wrong = List.of(UnaryOperator.identity(), _ -> succeeded(run(7).started(NOW)));
        for (UnaryOperator<RetrainRun> work : wrong) {
            RetrainRuns runs = runs();
            runs.queue(run(1));
            assertThrows(IllegalStateException.class, () -> runs.workAtNext(NOW, work));
            assertEquals(Status.FAILED, runs.find(run(1).id()).orElseThrow().status());
        }
    }
}
