package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Checks what the service needs in order to answer.
public final class CheckHealth {
    private final OfferCatalog catalog;
    private final StoreHealth store;
    private final InstantSource clock;
    private final Supplier<ServingModel> serving;

    /// Of a service that learns nothing.
    public CheckHealth(OfferCatalog catalog, StoreHealth store, InstantSource clock) {
        this(catalog, store, clock, ServingModel.None::new);
    }

    /// @param serving gives the promoted model, at once
    public CheckHealth(OfferCatalog catalog, StoreHealth store, InstantSource clock, Supplier<ServingModel> serving) {
        this.serving = serving;
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
    }

    /// The state of store, catalogue and model now. Asks the store, so it may take seconds while that is away.
    public Health check() {
        CatalogSnapshot snapshot = catalog.current().snapshot();
        return new Health(
                store.fault(),
                snapshot.offers().size(),
                Duration.between(snapshot.publishedAt(), clock.instant()),
                serving.get());
    }
}
