package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Keeps outcomes for ever, each with its sample and its observation for the calibration: all of them or none.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface OutcomeLog {
    /// Keeps the outcomes, durably once this returns; the answers are in the order of the outcomes. A job has one
    /// outcome: the first one kept stays. The regret label of each is against the best cost known of its query
    /// group by then, the outcomes before it in the list included.
    List<Kept> keep(List<AssessedOutcome> outcomes);

    /// The outcome of a job.
    Optional<KeptOutcome> find(String jobId);

    /// The newest outcome of each of these recommendations that has one.
    Map<UUID, KeptOutcome> following(List<UUID> recommendations);

    /// One page, newest first.
    OutcomePage page(OutcomeQuery query);

    /// What came of keeping an outcome.
    sealed interface Kept {
        /// What is kept of the job.
        KeptOutcome outcome();

        record Stored(KeptOutcome outcome) implements Kept {}

        /// The same was reported before.
        record Same(KeptOutcome outcome) implements Kept {}

        /// Something else was reported of the job before.
        record Conflicting(KeptOutcome outcome) implements Kept {}
    }
}
