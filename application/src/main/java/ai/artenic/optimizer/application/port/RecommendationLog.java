package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.Optional;
import java.util.UUID;

/// Keeps recommendations for ever, exactly as they were answered.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface RecommendationLog {
    /// Keeps the recommendation, durably once this returns [Kept.Stored]. A training job has at most one.
    ///
    /// @param basis what it rests on, kept with it
    Kept keep(Recommendation recommendation, Basis basis);

    Optional<Recommendation> find(UUID id);

    /// What the recommendation rests on, with every figure as it was.
    BasisFound basis(UUID id);

    /// One page of the history, newest first; equal moments in descending order of the id's text.
    HistoryPage page(HistoryQuery query);

    /// What came of keeping a recommendation.
    sealed interface Kept {
        record Stored() implements Kept {}

        /// The job already has a recommendation.
        record JobTaken(UUID existing) implements Kept {}
    }
}
