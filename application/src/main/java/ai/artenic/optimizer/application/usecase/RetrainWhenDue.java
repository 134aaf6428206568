package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Queues a training once there is enough new to learn from. Run it after outcomes were recorded and every few seconds
/// besides. It is worked at elsewhere.
///
/// A training that failed is tried again when there is more to learn from, or after ten minutes, whatever the reason.
public final class RetrainWhenDue {
    private static final Duration REST = Duration.ofSeconds(15);
    private static final Duration REST_WITHOUT_NEWS = Duration.ofMinutes(10);

    private final LearningStores stores;
    private final LearningSettings settings;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private long samplesTried;

    /// @param ids gives each run its id
    public RetrainWhenDue(LearningStores stores, LearningSettings settings, InstantSource clock, Supplier<UUID> ids) {
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /// What came of looking.
    public enum Due {
        NOT_DUE,
        SCHEDULED
    }

    /// Whether a training was queued by this call.
    public synchronized Due check() {
        LearningState state = LearningState.of(stores);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long samples = state.counts().samples();
        if (!state.isWorthTraining(settings)
                || !stores.runs()
                        .newest()
                        .map(run -> letsTry(run, samples, now))
                        .orElse(true)) {
            return Due.NOT_DUE;
        }
        var run = RetrainRun.queued(ids.get(), false, now);
        if (stores.runs().queue(run) instanceof RetrainRuns.Queued.Accepted) {
            samplesTried = samples;
            return Due.SCHEDULED;
        }
        return Due.NOT_DUE;
    }

    /// Whether the newest run is over, and has not just failed for want of what is still wanting.
    private boolean letsTry(RetrainRun newest, long samples, Instant now) {
        Optional<Instant> finishedAt = newest.finishedAt();
        if (newest.status() != RetrainRun.Status.FAILED || finishedAt.isEmpty()) {
            return newest.isOver();
        }
        Duration rest = samples == samplesTried ? REST_WITHOUT_NEWS : REST;
        return !now.isBefore(finishedAt.get().plus(rest));
    }
}
