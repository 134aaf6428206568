package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.Optional;
import java.util.UUID;

/// Looks up a recommendation that was kept.
public final class FindRecommendation {
    private final RecommendationLog log;

    public FindRecommendation(RecommendationLog log) {
        this.log = log;
    }

    public Optional<Recommendation> find(UUID id) {
        return log.find(id);
    }
}
