package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.Optional;
import java.util.UUID;

/// Keeps recommendations for ever, exactly as they were answered.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface RecommendationLog {
    /// Keeps the recommendation, durably once this returns [Kept.Stored]. A training job has at most one.
    Kept keep(Recommendation recommendation);

    Optional<Recommendation> find(UUID id);

    /// One page of the history, newest first; equal moments in descending order of the id's text.
    HistoryPage page(HistoryQuery query);

    /// What came of keeping a recommendation.
    sealed interface Kept {
        record Stored() implements Kept {}

        /// The job already has a recommendation.
        record JobTaken(UUID existing) implements Kept {}
    }
}
