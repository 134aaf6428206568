package ai.artenic.optimizer.domain.learning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One training of the ranker, from the request to its end.
///
/// @param isForced whether it was asked for by a person, whatever the number of new samples
/// @param reason why it ended so, in words; empty before the end
/// @param modelVersion the model that came of it, promoted or not
public record RetrainRun(
        UUID id,
        Status status,
        boolean isForced,
        Optional<String> reason,
        Optional<String> modelVersion,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /// How far a run has come.
    public enum Status {
        QUEUED,
        RUNNING,
        /// A model was trained and promoted.
        SUCCEEDED,
        /// A model was trained and not promoted.
        REJECTED,
        /// No model was trained.
        FAILED
    }

    /// A run that waits for a trainer.
    public static RetrainRun queued(UUID id, boolean isForced, Instant now) {
        return new RetrainRun(
                id,
                Status.QUEUED,
                isForced,
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty());
    }

    public RetrainRun started(Instant now) {
        return new RetrainRun(
                id, Status.RUNNING, isForced, reason, modelVersion, requestedAt, Optional.of(now), finishedAt);
    }

    public RetrainRun ended(Status how, String why, Optional<String> version, Instant now) {
        return new RetrainRun(id, how, isForced, Optional.of(why), version, requestedAt, startedAt, Optional.of(now));
    }

    public boolean isOver() {
        return finishedAt.isPresent();
    }
}
