package ai.artenic.optimizer.adapters.persistence.database;

import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Asks the database together for what many bring at once: while one turn is under way, those who come wait, and the
/// next turn takes them all. Nobody waits while nothing is under way. Where turns have to be settled before anybody is
/// told, one turn is settled while the next is under way.
///
/// Turns happen in threads of their own, so that a caller who is interrupted takes no other's part with it.
///
/// @param <T> what one caller brings
/// @param <R> what comes of it
public final class Coalescer<T, R> {
    /// Most that one turn takes.
    static final int MOST_AT_ONCE = 256;

    /// Beyond these, a caller is turned away at once instead of waiting.
    static final int MOST_WAITING = 16 * MOST_AT_ONCE;

    /// Threads of the system, not virtual ones: all callers wait for a turn, and it must not wait behind them for a
    /// carrier each time the database has answered. They end when there was nothing to do for a minute.
    private static final Executor TURNS = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("coalescer-", 0).daemon().factory());

    private final Function<List<T>, List<R>> ask;
    private final Optional<Runnable> settle;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean isBusy;
    private CompletableFuture<Void> settling = CompletableFuture.completedFuture(null);

    private record Waiting<T, R>(T brought, CompletableFuture<R> answer) {}

    /// @param ask does all or nothing, and answers for each in order
    /// @param patience longest that a caller waits
    public Coalescer(Function<List<T>, List<R>> ask, Duration patience) {
        this(ask, Optional.empty(), patience);
    }

    /// @param ask does all or nothing, and answers for each in order
    /// @param settle makes all that was done until now final; nobody is answered before
    /// @param patience longest that a caller waits
    public Coalescer(Function<List<T>, List<R>> ask, Optional<Runnable> settle, Duration patience) {
        this.ask = ask;
        this.settle = settle;
        this.patience = patience;
    }

    /// What came of the caller's part, asked for alone or with others: what fails for one of many is asked one by one,
    /// and fails for that one alone.
    ///
    /// @throws StoreUnavailableException if the store is away or too slow, or too many wait for it
    public R submit(T brought) {
        var waiting = new Waiting<T, R>(brought, new CompletableFuture<>());
        enqueue(waiting);
        try {
            return waiting.answer().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            withdraw(waiting);
            throw new StoreUnavailableException("The database did not answer in time", e);
        } catch (InterruptedException e) {
            withdraw(waiting);
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("The wait for the database was interrupted", e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case StoreUnavailableException away ->
                    new StoreUnavailableException(String.valueOf(away.getMessage()), away);
                case RuntimeException bug -> bug;
                case null, default -> new IllegalStateException("The database could not be asked", e.getCause());
            };
        }
    }

    /// How many wait for their turn; those whose turn is under way do not count.
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /// Whether a turn is under way.
    boolean isBusy() {
        lock.lock();
        try {
            return isBusy;
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Waiting<T, R> waiting) {
        lock.lock();
        try {
            if (queue.size() >= MOST_WAITING) {
                throw new StoreUnavailableException(
                        "The database is asked by too many at once", new IllegalStateException(MOST_WAITING + " wait"));
            }
            if (!isBusy) {
                TURNS.execute(this::askWhileAnyWait); // it waits for the lock; nothing is queued if it cannot be had
                isBusy = true;
            }
            queue.add(waiting);
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

    private void askWhileAnyWait() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            if (batch.size() == 1 || !askTogether(batch)) {
                askOneByOne(batch);
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
            isBusy = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// @return whether every one of them has its answer
    private boolean askTogether(List<Waiting<T, R>> batch) {
        try {
            List<R> answers = ask.apply(batch.stream().map(Waiting::brought).toList());
            answer(batch, answers);
            return true;
        } catch (StoreUnavailableException away) {
            giveUp(batch, away);
            return true;
        } catch (RuntimeException | Error _) {
            return false; // if it was not for one of them, it comes again with each
        }
    }

    /// At most one turn is being settled, so that a store that settles slowly is not asked ever faster.
    private void answer(List<Waiting<T, R>> batch, List<R> answers) {
        if (settle.isEmpty()) {
            complete(batch, answers);
            return;
        }
        settling.join();
        settling = CompletableFuture.runAsync(() -> settle(settle.get(), batch, answers), TURNS);
    }

    private static <T, R> void settle(Runnable settle, List<Waiting<T, R>> batch, List<R> answers) {
        try {
            settle.run();
            complete(batch, answers);
        } catch (RuntimeException | Error failure) {
            batch.forEach(one -> one.answer().completeExceptionally(failure));
        }
    }

    private static <T, R> void complete(List<Waiting<T, R>> batch, List<R> answers) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
    }

    private void askOneByOne(List<Waiting<T, R>> batch) {
        for (int i = 0; i < batch.size(); i++) {
            Waiting<T, R> one = batch.get(i);
            try {
                answer(List.of(one), ask.apply(List.of(one.brought())));
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
