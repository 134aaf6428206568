package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps recommendations for ever, exactly as they were answered.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface RecommendationLog {
    /// Keeps the recommendation, durably once this returns [Kept.Stored]. A training job has at most one.
    Kept keep(Recommendation recommendation);

    Optional<Recommendation> find(UUID id);

    /// What was recommended to each of these jobs, in their order; empty where the recommendation was never kept.
    List<Optional<Advice>> advice(List<Followed> jobs);

    /// One page of the history, newest first; equal moments in descending order of the id's text.
    HistoryPage page(HistoryQuery query);

    /// A recommendation, and where the job that followed it ran.
    record Followed(UUID recommendation, Run run) {}

    /// What a recommendation says of where a job ran.
    ///
    /// @param candidate the first of its ranks that the job [can have run on][Run#canBeOn], if any
    record Advice(Workload workload, Goal goal, Optional<InstanceRecommendation> candidate) {}

    /// What came of keeping a recommendation.
    sealed interface Kept {
        record Stored() implements Kept {}

        /// The job already has a recommendation.
        record JobTaken(UUID existing) implements Kept {}
    }
}
