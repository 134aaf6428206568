package ai.artenic.optimizer.adapters.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoalescerTest {
    private static final Duration AGES = Duration.ofMinutes(1);

    /// A store of numbers whose every write waits to be let through; it refuses negative ones and may be away.
    private static final class Gate {
        private final Queue<List<Integer>> writes = new ConcurrentLinkedQueue<>();
        private final Semaphore passes = new Semaphore(0);
        private volatile boolean isAway;

        List<String> write(List<Integer> numbers) {
            writes.add(numbers);
            passes.acquireUninterruptibly();
            if (isAway) {
                throw new StoreUnavailableException("away", new IllegalStateException());
            }
            if (numbers.contains(-1)) {
                throw new IllegalArgumentException("refused");
            }
            if (numbers.contains(-2)) {
                throw new LinkageError("broken");
            }
            return numbers.stream().map(String::valueOf).toList();
        }

        void awaitWrites(int count) {
            while (writes.size() < count) {
                Thread.onSpinWait();
            }
        }
    }

    private final Gate gate = new Gate();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private Coalescer<Integer, String> commit(Duration patience) {
        return new Coalescer<>(gate::write, patience);
    }

    private Future<String> submit(Coalescer<Integer, String> commit, int number) {
        int before = commit.waiting();
        Future<String> answer = callers.submit(() -> commit.submit(number));
        while (!answer.isDone()
                && commit.waiting() == before
                && gate.writes.stream().noneMatch(write -> write.contains(number))) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private static Throwable failure(Future<String> answer) {
        return Objects.requireNonNull(
                assertThrows(ExecutionException.class, answer::get).getCause());
    }

    /// One that is being written, and the others behind it.
    private List<Future<String>> queued(Coalescer<Integer, String> commit, int... numbers) {
        var answers = new ArrayList<Future<String>>();
        for (int number : numbers) {
            answers.add(submit(commit, number));
            gate.awaitWrites(1);
        }
        return answers;
    }

    @Test
    void who_comes_alone_is_written_alone_and_at_once() {
        gate.passes.release(2);
        Coalescer<Integer, String> commit = commit(AGES);
        assertEquals("7", commit.submit(7));
        assertEquals("8", commit.submit(8));
        assertEquals(List.of(List.of(7), List.of(8)), List.copyOf(gate.writes));
    }

    @Test
    void who_comes_while_another_is_written_is_written_with_all_who_came_since_in_their_order() throws Exception {
        var answers = queued(commit(AGES), 1, 2, 3, 4);
        gate.passes.release(2);
        for (int i = 0; i < 4; i++) {
            assertEquals(String.valueOf(i + 1), answers.get(i).get());
        }
        assertEquals(List.of(List.of(1), List.of(2, 3, 4)), List.copyOf(gate.writes));
    }

    @Test
    void one_write_takes_no_more_than_it_should() throws Exception {
        var answers = queued(
                commit(AGES), IntStream.range(0, 2 * Coalescer.MOST_AT_ONCE + 2).toArray());
        gate.passes.release(5);
        for (Future<String> answer : answers) {
            answer.get();
        }
        assertEquals(
                List.of(1, Coalescer.MOST_AT_ONCE, Coalescer.MOST_AT_ONCE, 1),
                gate.writes.stream().map(List::size).toList());
    }

    @Test
    void one_that_is_refused_does_not_fail_the_others() throws Exception {
        var answers = queued(commit(AGES), 1, 2, -1, -2, 3);
        gate.passes.release(100);
        assertEquals("1", answers.get(0).get());
        assertEquals("2", answers.get(1).get());
        assertInstanceOf(IllegalArgumentException.class, failure(answers.get(2)));
        assertInstanceOf(LinkageError.class, failure(answers.get(3)).getCause());
        assertEquals("3", answers.get(4).get());
    }

    @Test
    void when_the_store_is_away_all_who_wait_are_told_at_once_and_the_next_tries_again() throws Exception {
        Coalescer<Integer, String> commit = commit(AGES);
        var answers = queued(commit, 1, 2, 3);
        gate.isAway = true;
        gate.passes.release();
        for (Future<String> answer : answers) {
            assertInstanceOf(StoreUnavailableException.class, failure(answer));
        }
        assertEquals(1, gate.writes.size());
        gate.isAway = false;
        gate.passes.release();
        assertEquals("4", commit.submit(4));
    }

    @Test
    void when_the_store_goes_away_in_the_midst_of_a_retry_the_rest_are_not_tried_in_vain() throws Exception {
        var answers = queued(commit(AGES), 1, -1, 2, 3);
        gate.passes.release(3); // 1 alone; the other three together, refused; -1 alone, refused
        gate.awaitWrites(4);
        gate.isAway = true;
        gate.passes.release(100);
        assertInstanceOf(IllegalArgumentException.class, failure(answers.get(1)));
        assertInstanceOf(StoreUnavailableException.class, failure(answers.get(2)));
        assertInstanceOf(StoreUnavailableException.class, failure(answers.get(3)));
        assertEquals(4, gate.writes.size());
    }

    @Test
    void the_wait_is_bounded_and_who_gave_up_before_being_written_is_not_written() throws Exception {
        Coalescer<Integer, String> impatient = commit(Duration.ofMillis(1));
        var answers = queued(impatient, 1, 2);
        for (Future<String> answer : answers) {
            assertInstanceOf(StoreUnavailableException.class, failure(answer));
        }
        assertEquals(0, impatient.waiting());
        gate.passes.release(100);
        while (impatient.isBusy()) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(List.of(1)), List.copyOf(gate.writes));
    }

    @Test
    void who_is_interrupted_takes_no_other_with_it() throws Exception {
        Coalescer<Integer, String> commit = commit(AGES);
        var interrupted = new ConcurrentLinkedQueue<Boolean>();
        var thread = Thread.ofVirtual().start(() -> {
            assertThrows(StoreUnavailableException.class, () -> commit.submit(1));
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        gate.awaitWrites(1);
        Future<String> other = submit(commit, 2);
        thread.interrupt();
        thread.join();
        assertEquals(List.of(true), List.copyOf(interrupted));
        gate.passes.release(2);
        assertEquals("2", other.get());
        assertEquals(List.of(List.of(1), List.of(2)), List.copyOf(gate.writes));
    }

    @Test
    void beyond_a_bounded_crowd_the_next_is_turned_away_at_once() throws Exception {
        Coalescer<Integer, String> commit = commit(AGES);
        var answers =
                queued(commit, IntStream.rangeClosed(0, Coalescer.MOST_WAITING).toArray());
        assertThrows(StoreUnavailableException.class, () -> commit.submit(-9));
        gate.passes.release(100);
        for (Future<String> answer : answers) {
            answer.get();
        }
    }

    @Test
    void of_many_threads_each_gets_its_own_answer_and_every_number_is_written_once() throws Exception {
        gate.passes.release(Integer.MAX_VALUE);
        Coalescer<Integer, String> commit = commit(AGES);
        var answers = IntStream.range(0, 4_000)
                .mapToObj(number -> callers.submit(() -> commit.submit(number)))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            assertEquals(String.valueOf(i), answers.get(i).get());
        }
        assertEquals(
                IntStream.range(0, 4_000).boxed().toList(),
                gate.writes.stream().flatMap(List::stream).sorted().toList());
    }

    @Test
    void nobody_is_answered_before_what_was_done_is_settled_and_the_next_turn_does_not_wait_for_it() throws Exception {
        var settled = new Semaphore(0);
        var commit = new Coalescer<>(gate::write, Optional.of(settled::acquireUninterruptibly), AGES);
        Future<String> first = submit(commit, 1);
        gate.awaitWrites(1);
        gate.passes.release();
        Future<String> second = submit(commit, 2);
        gate.awaitWrites(2);
        assertEquals(Future.State.RUNNING, first.state());
        settled.release();
        assertEquals("1", first.get());
        assertEquals(Future.State.RUNNING, second.state());
        gate.passes.release();
        settled.release();
        assertEquals("2", second.get());
    }

    @Test
    void who_cannot_be_settled_is_told_so_and_nobody_else() throws Exception {
        var faults = new ConcurrentLinkedQueue<RuntimeException>();
        faults.add(new StoreUnavailableException("away", new IllegalStateException()));
        var commit = new Coalescer<>(
                gate::write,
                Optional.of(() -> {
                    RuntimeException fault = faults.poll();
                    if (fault != null) {
                        throw fault;
                    }
                }),
                AGES);
        gate.passes.release(2);
        var failure = assertThrows(ExecutionException.class, submit(commit, 1)::get);
        assertInstanceOf(StoreUnavailableException.class, failure.getCause());
        assertEquals("2", submit(commit, 2).get());
    }
}
