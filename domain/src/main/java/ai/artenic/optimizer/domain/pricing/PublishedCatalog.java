package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;
import java.util.Map;

/// What is on offer now, what was held back, and where it came from.
///
/// @param sources all sources, the live ones among them
/// @param live the live sources by provider, those not read yet among them
/// @param listed what the snapshot says, at list prices, whatever live prices took its place
public record PublishedCatalog(
        CatalogSnapshot snapshot,
        List<Quarantined> quarantined,
        List<SourceReport> sources,
        Map<Provider, SourceReport> live,
        List<Offer> listed) {
    public PublishedCatalog {
        quarantined = List.copyOf(quarantined);
        sources = List.copyOf(sources);
        live = Map.copyOf(live);
        listed = List.copyOf(listed);
    }

    /// A catalogue without live sources.
    public PublishedCatalog(CatalogSnapshot snapshot, List<Quarantined> quarantined, List<SourceReport> sources) {
        this(snapshot, quarantined, sources, Map.of(), List.of());
    }

    /// What the snapshot says that the provider offers, at list prices.
    public List<Offer> listed(Provider provider) {
        return listed.stream()
                .filter(offer -> offer.id().provider().equals(provider))
                .toList();
    }
}
