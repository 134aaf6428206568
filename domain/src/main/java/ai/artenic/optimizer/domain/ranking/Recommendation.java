package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A ranking for a workload, as it was answered.
///
/// @param mode the ranker that was used, never `auto`
/// @param modelVersion the ranking model that took part, if any
/// @param asOf when it was made
/// @param degraded in words, what was not as good as it should be
/// @param totalConsidered candidates looked at; equals `afterFilter` plus the counts of `rejected`
/// @param recommendations as they were shown
/// @param frontierTruncated whether the Pareto frontier on (cost, hours) has members beyond `recommendations`
/// @param exploration how the first place was filled; empty where exploration was off
public record Recommendation(
        UUID id,
        RecommendRequest request,
        QueryId queryId,
        WorkloadHash workloadHash,
        Mode mode,
        Optional<String> modelVersion,
        String catalogSnapshotId,
        Instant asOf,
        List<String> degraded,
        List<String> assumptions,
        int totalConsidered,
        int afterFilter,
        List<Rejection> rejected,
        List<InstanceRecommendation> recommendations,
        boolean frontierTruncated,
        Optional<Exploration> exploration) {
    public Recommendation {
        degraded = List.copyOf(degraded);
        assumptions = List.copyOf(assumptions);
        rejected = List.copyOf(rejected);
        recommendations = List.copyOf(recommendations);
    }

    /// The answer that this order gives to the same request at the same moment, by the same ranker.
    ///
    /// @param policy by which the first place is filled
    public Recommendation rankedAnew(Ranking.Ordered order, ExplorationPolicy policy) {
        ExplorationPolicy.Shown shown = policy.show(id, order.recommendations());
        return new Recommendation(
                id,
                request,
                QueryId.of(request.workload()),
                WorkloadHash.of(request.workload()),
                mode,
                modelVersion,
                catalogSnapshotId,
                asOf,
                degraded,
                order.assumptions(),
                order.totalConsidered(),
                order.afterFilter(),
                order.rejected(),
                shown.recommendations(),
                order.frontierTruncated(),
                shown.exploration());
    }
}
