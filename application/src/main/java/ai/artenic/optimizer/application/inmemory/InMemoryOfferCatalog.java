package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import java.time.Instant;
import java.util.List;

/// The current catalogue as one reference in memory.
public final class InMemoryOfferCatalog implements OfferCatalog {
    private volatile PublishedCatalog current =
            new PublishedCatalog(CatalogSnapshot.of(List.of(), Instant.EPOCH), List.of(), List.of());

    /// An empty catalogue.
    public InMemoryOfferCatalog() {}

    @Override
    public PublishedCatalog current() {
        return current;
    }

    @Override
    public void publish(PublishedCatalog catalog) {
        current = catalog;
    }
}
