package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.RefreshModel;
import ai.artenic.optimizer.application.usecase.RetrainWhenDue;
import ai.artenic.optimizer.application.usecase.RetrainWhenDue.Due;
import ai.artenic.optimizer.application.usecase.TrainRanker;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the serving model up to date, queues trainings that are due and works at queued ones, each replica on its own;
/// the store sees to it that one trains at a time. Trainings have a thread of their own, so they hold nothing up.
final class LearningSchedule implements AutoCloseable {
    /// Between two looks at the promotions: another replica's model serves here well within 5 s.
    static final Duration REFRESH_PAUSE = Duration.ofSeconds(2);
    /// Between two looks at the queue of trainings.
    static final Duration WORK_PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(LearningSchedule.class);

    private final Work work;
    private final ScheduledExecutorService refreshing = timer("ranking-model");
    private final ScheduledExecutorService training = timer("training");
    private boolean isAway;

    /// What is done again and again.
    record Work(
            RefreshModel refresh, RetrainWhenDue whenDue, RetrainRuns runs, TrainRanker train, InstantSource clock) {}

    private LearningSchedule(Work work) {
        this.work = work;
    }

    /// Looks for the promoted model once before this returns.
    static LearningSchedule start(Work work) {
        var schedule = new LearningSchedule(work);
        schedule.refresh();
        repeat(schedule.refreshing, schedule::refresh, REFRESH_PAUSE);
        repeat(schedule.training, schedule::train, WORK_PAUSE);
        return schedule;
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    private static void repeat(ScheduledExecutorService timer, Runnable task, Duration pause) {
        var _ = timer.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A timer drops a task that throws, so whatever goes wrong is logged and the next look comes.
    private synchronized void refresh() {
        try {
            boolean wasAway = isAway;
            var fault = work.refresh().refresh();
            isAway = fault.isPresent();
            if (isAway && !wasAway && !refreshing.isShutdown()) {
                LOG.warn("the ranking model stays as it is: {}", fault.get());
            }
            if (!isAway && work.whenDue().check() == Due.SCHEDULED) {
                LOG.info("a training of the ranking model is due and queued");
            }
        } catch (StoreUnavailableException e) {
            isAway = true;
        } catch (RuntimeException | Error e) {
            LOG.error("the ranking model could not be refreshed", e);
        }
    }

    private void train() {
        try {
            work.runs().workAtNext(work.clock().instant(), this::train);
        } catch (StoreUnavailableException e) {
            LOG.debug("no look at the queue of trainings: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            if (!training.isShutdown()) {
                LOG.error("a training failed", e);
            }
        }
    }

    private RetrainRun train(RetrainRun started) {
        LOG.info("training {} begins", started.id());
        RetrainRun ended = work.train().train(started);
        LOG.info(
                "training {} {}: {}", ended.id(), ended.status(), ended.reason().orElse(""));
        return ended;
    }

    /// Without waiting: a training that is cut off is taken up by the next process.
    @Override
    public void close() {
        refreshing.shutdownNow();
        training.shutdownNow();
    }
}
