package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.NearMiss;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the Training Advisor answers.
public sealed interface RecommendAnswer {
    record Recommended(Recommendation recommendation) implements RecommendAnswer {}

    /// Every candidate was rejected.
    ///
    /// @param nearMisses the closest candidate of each reason, most frequent reason first
    record NoFeasibleOffer(
            String catalogSnapshotId, int totalConsidered, List<Rejection> rejected, List<NearMiss> nearMisses)
            implements RecommendAnswer {}

    /// A mode was asked for by name that needs a ranking model, and none serves.
    ///
    /// @param fault why the promoted model cannot serve; empty where none has been promoted
    record ModelNotAvailable(Mode mode, Optional<String> fault) implements RecommendAnswer {}

    /// The training job already has a recommendation.
    record JobTaken(String jobId, UUID existing) implements RecommendAnswer {}
}
