package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.util.List;

/// What is on offer now, what was held back, and where it came from.
public record PublishedCatalog(CatalogSnapshot snapshot, List<Quarantined> quarantined, List<SourceReport> sources) {
    public PublishedCatalog {
        quarantined = List.copyOf(quarantined);
        sources = List.copyOf(sources);
    }
}
