package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.AfterOutcomes;
import ai.artenic.optimizer.application.usecase.RetrainWhenDue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Looks whether a training is due after outcomes were kept, at most once a second: outcomes come by the thousand, and
/// the schedule looks besides. An outcome that is kept stays acknowledged, even where the look fails.
final class RetrainNotice implements AfterOutcomes {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RetrainWhenDue due;
    private final InstantSource clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.EPOCH);

    RetrainNotice(RetrainWhenDue due, InstantSource clock) {
        this.due = due;
        this.clock = clock;
    }

    @Override
    public Retraining decide() {
        Instant now = clock.instant();
        Instant earliest = next.get();
        if (now.isBefore(earliest) || !next.compareAndSet(earliest, now.plus(PAUSE))) {
            return Retraining.NOT_DUE;
        }
        try {
            return switch (due.check()) {
                case NOT_DUE -> Retraining.NOT_DUE;
                case SCHEDULED -> Retraining.SCHEDULED;
            };
        } catch (StoreUnavailableException _) {
            return Retraining.NOT_DUE;
        }
    }
}
