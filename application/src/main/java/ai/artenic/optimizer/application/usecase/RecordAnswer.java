package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.usecase.AfterOutcomes.Retraining;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import java.util.UUID;

/// What comes of reporting an outcome.
public sealed interface RecordAnswer {
    /// It is kept, durably.
    record Recorded(KeptOutcome kept, Retraining retraining) implements RecordAnswer {}

    /// The same was reported before.
    record Unchanged(KeptOutcome kept, Retraining retraining) implements RecordAnswer {}

    /// Something else was reported of the job before, and stays.
    record Conflict(KeptOutcome kept, Outcome reported) implements RecordAnswer {}

    /// The recommendation it names was never kept.
    record UnknownRecommendation(UUID id) implements RecordAnswer {}
}
