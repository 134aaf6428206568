package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.pricing.PublishedCatalog;

/// Holds what is on offer now.
public interface OfferCatalog {
    /// The catalogue published last; an empty one before the first publication.
    PublishedCatalog current();

    /// Makes the catalogue the current one, at once and as a whole.
    void publish(PublishedCatalog catalog);
}
