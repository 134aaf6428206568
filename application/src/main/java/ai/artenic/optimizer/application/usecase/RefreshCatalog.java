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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads every price source, lets only believable prices through, and publishes the result as one catalogue.
///
/// Sources are given in ascending order of authority: an offer of a later source overrides one of the same id of an
/// earlier source.
public final class RefreshCatalog {
    private final List<PriceSource> sources;
    private final OfferCatalog catalog;
    private final InstantSource clock;

    public RefreshCatalog(List<PriceSource> sources, OfferCatalog catalog, InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.catalog = catalog;
        this.clock = clock;
    }

    /// The catalogue that is now current. A source that failed contributes nothing but its report.
    public PublishedCatalog refresh() {
        Map<OfferId, Offer> offers = new LinkedHashMap<>();
        var quarantined = new ArrayList<Quarantined>();
        var reports = new ArrayList<SourceReport>();
        for (PriceSource source : sources) {
            Fetched fetched = source.fetch();
            reports.add(fetched.report());
            switch (fetched) {
                case Fetched.Failed failed -> {}
                case Fetched.Read(List<Offer> read, var report) -> {
                    SanityGate.Inspection inspection = SanityGate.inspect(read, List.of());
                    inspection.accepted().forEach(offer -> offers.put(offer.id(), offer));
                    quarantined.addAll(inspection.quarantined());
                }
            }
        }
        var published = new PublishedCatalog(
                CatalogSnapshot.of(List.copyOf(offers.values()), clock.instant()), quarantined, reports);
        catalog.publish(published);
        return published;
    }
}
