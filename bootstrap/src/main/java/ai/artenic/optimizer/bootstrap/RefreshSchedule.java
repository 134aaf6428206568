package ai.artenic.optimizer.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps something learned up to date while the service runs, so that each replica predicts with what any of them
/// learned.
final class RefreshSchedule implements AutoCloseable {
    /// Between two looks at the store; with the reading, another replica's outcome is in use well within 5 s.
    static final Duration PAUSE = Duration.ofSeconds(2);

    /// A look out of turn comes no sooner after another than so many times what that took, and so much more for each
    /// who had asked for it: who posts outcomes one by one is advised with the last in mind, and what is posted by
    /// the thousand a second is not read back by the hundred.
    static final int REST = 40;

    static final Duration REST_PER_ASKER = Duration.ofMillis(2);
    static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshSchedule.class);

    private final String what;
    private final Supplier<Optional<String>> refreshing;
    private final ScheduledThreadPoolExecutor timer;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean isDue = new AtomicBoolean();
    private volatile long restedAt = System.nanoTime();
    private Optional<String> fault = Optional.empty();

    /// A schedule that is yet to be started.
    ///
    /// @param what is kept up to date, for the log
    /// @param refreshing brings it up to date, or says why it cannot
    RefreshSchedule(String what, Supplier<Optional<String>> refreshing) {
        this.what = what;
        this.refreshing = refreshing;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(what).daemon().factory());
    }

    /// Refreshes once before this returns, then again and again.
    void start(Duration pause) {
        refresh();
        var _ = timer.scheduleWithFixedDelay(this::refresh, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Asks for a look out of turn, and does not wait for it: at once, or once the last has rested. However many ask
    /// before it begins, there is one.
    void soon() {
        asked.incrementAndGet();
        if (isDue.compareAndSet(false, true)) {
            refreshAfter(0);
        }
    }

    /// How many looks are to come, the next regular one included.
    int outstanding() {
        return timer.getQueue().size();
    }

    private void refreshAfter(long nanos) {
        try {
            var _ = timer.schedule(this::refreshOnceRested, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not refreshed any more", what, e);
        }
    }

    /// Who asks during a look cannot know yet how long it will have to rest. A regular look may have come first.
    private void refreshOnceRested() {
        long left = restedAt - System.nanoTime();
        if (left > 0) {
            refreshAfter(left);
            return;
        }
        isDue.set(false);
        if (asked.get() > 0) {
            refresh();
        }
    }

    /// A timer drops a task that throws, so whatever goes wrong is logged and the next look comes.
    private synchronized void refresh() {
        int askers = asked.getAndSet(0);
        long begun = System.nanoTime();
        try {
            Optional<String> now = refreshing.get();
            if (now.isPresent() && fault.isEmpty() && !timer.isShutdown()) {
                LOG.warn("{} stays as it is: {}", what, now.get());
            } else if (now.isEmpty() && fault.isPresent()) {
                LOG.info("{} is up to date again", what);
            }
            fault = now;
        } catch (RuntimeException | Error e) {
            LOG.error("{} could not be refreshed", what, e);
        } finally {
            restedAt = System.nanoTime() + rest(System.nanoTime() - begun, askers);
        }
    }

    private static long rest(long took, int askers) {
        return Math.min(REST * took + REST_PER_ASKER.multipliedBy(askers).toNanos(), LONGEST_REST.toNanos());
    }

    /// Without waiting for a look that is under way: it harms nothing, and a store that is away would hold the end up.
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
