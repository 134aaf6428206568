package ai.artenic.optimizer.domain.cost.history;

import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.time.Instant;

/// When the money of a job counts as spent.
public final class SpentAt {
    private SpentAt() {}

    /// When the job ended, else when its outcome was recorded. No job ended before 1970: whoever says so does not know.
    public static Instant of(KeptOutcome kept) {
        return kept.assessed()
                .outcome()
                .completedAt()
                .filter(at -> !at.isBefore(Instant.EPOCH))
                .orElse(kept.recordedAt());
    }
}
