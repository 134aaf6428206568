package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// Answers where a training job should run.
public final class RecommendInstances {
    private final OfferCatalog catalog;
    private final RecommendationLog log;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /// @param ids gives each recommendation its id
    public RecommendInstances(OfferCatalog catalog, RecommendationLog log, InstantSource clock, Supplier<UUID> ids) {
        this.catalog = catalog;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    @SuppressWarnings("DoNotCallSuggester")
    public RecommendAnswer recommend(RecommendRequest request) {
        throw new IllegalStateException("not wired yet " + request + catalog + log + clock + ids);
    }
}
