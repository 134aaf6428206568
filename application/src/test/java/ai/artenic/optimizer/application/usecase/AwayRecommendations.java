package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Recommendations of a store that does not answer.
final class AwayRecommendations implements RecommendationLog {
    private static StoreUnavailableException away() {
        return new StoreUnavailableException("away", new IllegalStateException("away"));
    }

    @Override
    public Kept keep(Recommendation recommendation) {
        throw away();
    }

    @Override
    public Optional<Recommendation> find(UUID id) {
        throw away();
    }

    @Override
    public List<Optional<Advice>> advice(List<Followed> jobs) {
        throw away();
    }

    @Override
    public HistoryPage page(HistoryQuery query) {
        throw away();
    }
}
