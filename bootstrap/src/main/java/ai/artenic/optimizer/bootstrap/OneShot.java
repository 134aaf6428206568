package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.usecase.CompareAnswer;
import ai.artenic.optimizer.application.usecase.Corrections;
import ai.artenic.optimizer.application.usecase.OfferPage;
import ai.artenic.optimizer.application.usecase.OfferQuery;
import ai.artenic.optimizer.application.usecase.RankerChoice;
import ai.artenic.optimizer.application.usecase.RecommendAnswer;
import ai.artenic.optimizer.application.usecase.RecommendationStores;
import ai.artenic.optimizer.application.usecase.SweepAnswer;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.cost.compare.CompareRequest;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.sweep.Sweep;

/// The catalogue and the use cases on it, without server and database, for commands that answer and end.
public final class OneShot {
    private final Config config;
    private final PriceSources prices = new PriceSources();
    private final OfferCatalog catalog;

    /// Reads the configured prices.
    public OneShot(Config config) {
        this.config = config;
        this.catalog = Wiring.catalog(config.pricing(), prices);
    }

    public RecommendAnswer recommend(RecommendRequest request) {
        return Wiring.recommend(
                        config,
                        prices,
                        catalog,
                        new RecommendationStores(new InMemoryRecommendationLog(), new InMemorySnapshotStore()),
                        Corrections.NONE,
                        RankerChoice.WITHOUT_MODEL)
                .recommend(request);
    }

    public CompareAnswer compare(CompareRequest request) {
        return Wiring.compare(prices, catalog, Learned.nothing()).compare(request);
    }

    public SweepAnswer plan(Sweep sweep) {
        return Wiring.sweep(prices, catalog, () -> Calibration.NONE).plan(sweep);
    }

    public OfferPage offers(OfferQuery query) {
        return Wiring.offers(catalog).list(query);
    }

    public PublishedCatalog catalog() {
        return catalog.current();
    }
}
