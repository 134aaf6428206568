package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Writes together what many bring at once: while one write is under way, those who come wait, and the next write takes
/// them all. Nobody waits while nobody writes.
///
/// Writes happen in a thread of their own, which lives while there is something to write, so that a caller who is
/// interrupted takes no other's write with it.
///
/// @param <T> what one caller brings
/// @param <R> what comes of it
final class GroupCommit<T, R> {
    /// Most that one write takes.
    static final int MOST_AT_ONCE = 256;

    /// Beyond these, a caller is turned away at once instead of waiting.
    static final int MOST_WAITING = 16 * MOST_AT_ONCE;

    private final Function<List<T>, List<R>> write;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean isWriting;

    private record Waiting<T, R>(T brought, CompletableFuture<R> answer) {}

    /// @param write writes all or nothing, and answers for each in order
    /// @param patience longest that a caller waits
    GroupCommit(Function<List<T>, List<R>> write, Duration patience) {
        this.write = write;
        this.patience = patience;
    }

    /// What came of the caller's part once it was written, alone or with others: what fails for one of many is written
    /// one by one, and fails for that one alone.
    ///
    /// @throws StoreUnavailableException if the store is away or too slow, or too many wait for it
    R submit(T brought) {
        var waiting = new Waiting<T, R>(brought, new CompletableFuture<>());
        enqueue(waiting);
        try {
            return waiting.answer().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            withdraw(waiting);
            throw new StoreUnavailableException("The database did not keep the outcome in time", e);
        } catch (InterruptedException e) {
            withdraw(waiting);
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("The wait for the database was interrupted", e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case StoreUnavailableException away ->
                    new StoreUnavailableException(String.valueOf(away.getMessage()), away);
                case RuntimeException bug -> bug;
                case null, default -> new IllegalStateException("The outcome could not be kept", e.getCause());
            };
        }
    }

    /// How many wait to be written; those being written do not count.
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /// Whether a write is under way.
    boolean isWriting() {
        lock.lock();
        try {
            return isWriting;
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Waiting<T, R> waiting) {
        lock.lock();
        try {
            if (queue.size() >= MOST_WAITING) {
                throw new StoreUnavailableException(
                        "The database is asked by too many at once",
                        new IllegalStateException(MOST_WAITING + " outcomes wait"));
            }
            queue.add(waiting);
            if (!isWriting) {
                Thread.ofVirtual().name("outcome-writer").start(this::writeWhileAnyWait);
                isWriting = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void withdraw(Waiting<T, R> waiting) {
        lock.lock();
        try {
            queue.remove(waiting);
        } finally {
            lock.unlock();
        }
    }

    private void writeWhileAnyWait() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            if (batch.size() == 1 || !writeTogether(batch)) {
                writeOneByOne(batch);
            }
        }
    }

    private List<Waiting<T, R>> next() {
        lock.lock();
        try {
            var batch = new ArrayList<Waiting<T, R>>();
            while (batch.size() < MOST_AT_ONCE && !queue.isEmpty()) {
                batch.add(queue.remove());
            }
            isWriting = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// @return whether every one of them has its answer
    private boolean writeTogether(List<Waiting<T, R>> batch) {
        try {
            List<R> answers = write.apply(batch.stream().map(Waiting::brought).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
            return true;
        } catch (StoreUnavailableException away) {
            giveUp(batch, away);
            return true;
        } catch (RuntimeException | Error _) {
            return false; // if it was not for one of them, it comes again with each
        }
    }

    private void writeOneByOne(List<Waiting<T, R>> batch) {
        for (int i = 0; i < batch.size(); i++) {
            Waiting<T, R> one = batch.get(i);
            try {
                one.answer().complete(write.apply(List.of(one.brought())).getFirst());
            } catch (StoreUnavailableException away) {
                giveUp(batch.subList(i, batch.size()), away);
                return;
            } catch (RuntimeException | Error failure) {
                one.answer().completeExceptionally(failure);
            }
        }
    }

    /// Whoever waits has waited as long as the store was asked in vain, and is not made to wait as long again.
    private void giveUp(List<Waiting<T, R>> batch, StoreUnavailableException away) {
        batch.forEach(one -> one.answer().completeExceptionally(away));
        lock.lock();
        try {
            queue.forEach(one -> one.answer().completeExceptionally(away));
            queue.clear();
        } finally {
            lock.unlock();
        }
    }
}
