package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.application.usecase.RefreshCalibration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the calibration up to date while the service runs, so that each replica predicts with what any of them
/// learned.
final class CalibrationSchedule implements AutoCloseable {
    /// Between two looks at the store; with the reading, another replica's outcome is in use well within 5 s.
    static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(CalibrationSchedule.class);

    private final RefreshCalibration refreshing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("calibration").daemon().factory());
    private Optional<String> fault = Optional.empty();

    private CalibrationSchedule(RefreshCalibration refreshing) {
        this.refreshing = refreshing;
    }

    /// Refreshes once before this returns, then again and again.
    static CalibrationSchedule start(RefreshCalibration refreshing, Duration pause) {
        var schedule = new CalibrationSchedule(refreshing);
        schedule.refresh();
        var _ = schedule.timer.scheduleWithFixedDelay(
                schedule::refresh, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return schedule;
    }

    /// A timer drops a task that throws, so whatever goes wrong is logged and the next look comes.
    private synchronized void refresh() {
        try {
            Optional<String> now = refreshing.refresh();
            if (now.isPresent() && fault.isEmpty() && !timer.isShutdown()) {
                LOG.warn("calibration stays as it is: {}", now.get());
            } else if (now.isEmpty() && fault.isPresent()) {
                LOG.info("calibration is up to date again");
            }
            fault = now;
        } catch (RuntimeException e) {
            LOG.error("calibration could not be refreshed", e);
        }
    }

    /// Without waiting for a look that is under way: it harms nothing, and a store that is away would hold the end up.
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
