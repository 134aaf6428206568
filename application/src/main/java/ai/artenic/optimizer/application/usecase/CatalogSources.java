package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.Discounts;
import java.util.List;
import java.util.Set;

/// What a catalogue is made of.
///
/// @param local sources that are read at once and without a network, in ascending order of authority
/// @param live the providers whose kept live prices count
public record CatalogSources(List<PriceSource> local, Set<Provider> live, Discounts discounts) {
    public CatalogSources {
        local = List.copyOf(local);
        live = Set.copyOf(live);
    }

    /// Local sources only.
    public static CatalogSources local(List<PriceSource> sources) {
        return new CatalogSources(sources, Set.of(), Discounts.NONE);
    }
}
