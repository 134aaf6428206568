package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.learning.RetrainRun;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The queue of trainings, of which at most one is queued or running, whatever the number of replicas.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface RetrainRuns {
    /// Queues the run, durably once this returns, unless another is not over.
    Queued queue(RetrainRun run);

    Optional<RetrainRun> find(UUID id);

    /// The run that was queued last.
    Optional<RetrainRun> newest();

    /// Takes the run that is not over, if there is one and no living process works at it, marks it as running,
    /// works at it, and keeps what it became. A run whose worker died is free to be taken at once. Work that throws
    /// leaves the run failed, and the exception is thrown on.
    ///
    /// @param now when the work begins
    /// @param work makes a started run an ended one
    /// @return whether there was one to take
    boolean workAtNext(Instant now, UnaryOperator<RetrainRun> work);

    /// What came of queueing a run.
    sealed interface Queued {
        record Accepted(RetrainRun run) implements Queued {}

        /// Another run is queued or running.
        record InProgress(RetrainRun run) implements Queued {}
    }
}
