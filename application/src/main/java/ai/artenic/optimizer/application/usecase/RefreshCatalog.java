package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.Quarantined;
import ai.artenic.optimizer.domain.pricing.SanityGate;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads every price source, lets only believable prices through, and publishes the result as one catalogue.
///
/// Sources are given in ascending order of authority: an offer of a later source overrides one of the same id of an
/// earlier source. A source that fails, or whose prices are not believed, keeps its last good offers.
public final class RefreshCatalog {
    private final List<PriceSource> sources;
    private final OfferCatalog catalog;
    private final InstantSource clock;
    private final Map<String, List<Offer>> lastGood = new HashMap<>();

    public RefreshCatalog(List<PriceSource> sources, OfferCatalog catalog, InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.catalog = catalog;
        this.clock = clock;
    }

    /// The catalogue that is now current.
    public synchronized PublishedCatalog refresh() {
        Map<OfferId, Offer> offers = new LinkedHashMap<>();
        var quarantined = new ArrayList<Quarantined>();
        var reports = new ArrayList<SourceReport>();
        for (PriceSource source : sources) {
            Fetched fetched = source.fetch();
            reports.add(fetched.report());
            believed(fetched, quarantined).forEach(offer -> offers.put(offer.id(), offer));
        }
        var published = new PublishedCatalog(
                CatalogSnapshot.of(List.copyOf(offers.values()), clock.instant()), quarantined, reports);
        catalog.publish(published);
        return published;
    }

    private List<Offer> believed(Fetched fetched, List<Quarantined> quarantined) {
        String origin = fetched.report().origin();
        List<Offer> before = lastGood.getOrDefault(origin, List.of());
        return switch (fetched) {
            case Fetched.Failed failed -> before;
            case Fetched.Read(List<Offer> read, var report) -> {
                SanityGate.Inspection inspection = SanityGate.inspect(read, before);
                quarantined.addAll(inspection.quarantined());
                lastGood.put(origin, inspection.accepted());
                yield inspection.accepted();
            }
        };
    }
}
