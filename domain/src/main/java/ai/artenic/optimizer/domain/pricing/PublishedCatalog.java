package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;
import java.util.Map;

/// What is on offer now, what was held back, and where it came from.
///
/// @param sources all sources, the live ones among them
/// @param live the live sources by provider, those not read yet among them
public record PublishedCatalog(
        CatalogSnapshot snapshot,
        List<Quarantined> quarantined,
        List<SourceReport> sources,
        Map<Provider, SourceReport> live) {
    public PublishedCatalog {
        quarantined = List.copyOf(quarantined);
        sources = List.copyOf(sources);
        live = Map.copyOf(live);
    }

    /// A catalogue without live sources.
    public PublishedCatalog(CatalogSnapshot snapshot, List<Quarantined> quarantined, List<SourceReport> sources) {
        this(snapshot, quarantined, sources, Map.of());
    }
}
