package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.application.port.PriceLists.Standing;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.OfferPrecedence;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.Quarantined;
import ai.artenic.optimizer.domain.pricing.SanityGate;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Publishes what is on offer as one immutable catalogue: local sources, and the live prices that are kept, whoever
/// read them. It reads no network, so it never waits for one.
///
/// Local sources are given in ascending order of authority: an offer of a later source overrides one of the same id of
/// an earlier source. A source that fails, or whose prices are not believed, keeps its last good offers.
public final class RefreshCatalog {
    private final CatalogSources sources;
    private final Supplier<PriceLists> lists;
    private final Supplier<List<SourceReport>> notes;
    private final OfferCatalog catalog;
    private final InstantSource clock;
    private final Map<String, Local> local = new LinkedHashMap<>();
    private final Map<Provider, Live> live = new TreeMap<>();
    private List<SourceReport> noted = List.of();

    /// What is read again.
    public enum Extent {
        /// Everything.
        ALL,
        /// The live prices that changed since; nothing is published if none did.
        LIVE
    }

    /// The last reading of a local source, and its believed offers.
    private record Local(SourceReport report, List<Offer> offers, List<Quarantined> quarantined) {}

    private record Live(long version, PriceList list) {}

    /// @param lists where live prices are kept
    /// @param notes more reports to publish with those of the price sources
    public RefreshCatalog(
            CatalogSources sources,
            Supplier<PriceLists> lists,
            Supplier<List<SourceReport>> notes,
            OfferCatalog catalog,
            InstantSource clock) {
        this.sources = sources;
        this.lists = lists;
        this.notes = notes;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// The catalogue that is now current.
    ///
    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the kept live prices cannot be
    ///     reached; what is known without them is published before
    public synchronized PublishedCatalog refresh(Extent extent) {
        boolean isChanged = extent == Extent.ALL;
        if (extent == Extent.ALL) {
            sources.local().forEach(this::read);
        }
        try {
            isChanged |= readLive();
        } finally {
            if (isChanged || !noted.equals(notes.get())) {
                publish();
            }
        }
        return catalog.current();
    }

    private void read(PriceSource source) {
        Fetched fetched = source.fetch();
        SourceReport report = fetched.report();
        List<Offer> before = Optional.ofNullable(local.get(report.origin()))
                .map(Local::offers)
                .orElse(List.of());
        local.put(
                report.origin(),
                switch (fetched) {
                    case Fetched.Failed failed -> new Local(report, before, List.of());
                    case Fetched.Read(List<Offer> read, var _) -> {
                        SanityGate.Inspection inspection = SanityGate.inspect(read, before);
                        yield new Local(report, inspection.accepted(), inspection.quarantined());
                    }
                });
    }

    private boolean readLive() {
        if (sources.live().isEmpty()) {
            return false;
        }
        boolean isChanged = false;
        for (Map.Entry<Provider, Standing> entry : lists.get().standings().entrySet()) {
            long version = entry.getValue().version();
            Live known = live.get(entry.getKey());
            if (sources.live().contains(entry.getKey()) && (known == null || known.version() != version)) {
                lists.get().find(entry.getKey()).ifPresent(list -> live.put(entry.getKey(), new Live(version, list)));
                isChanged = true;
            }
        }
        return isChanged;
    }

    private void publish() {
        noted = notes.get();
        List<Offer> offers = OfferPrecedence.merge(
                localOffers(false), live.values().stream().map(Live::list).toList(), localOffers(true));
        var quarantined = new ArrayList<Quarantined>();
        var reports = new ArrayList<SourceReport>();
        local.values().forEach(one -> {
            reports.add(one.report());
            quarantined.addAll(one.quarantined());
        });
        Map<Provider, SourceReport> liveReports = liveReports();
        reports.addAll(liveReports.values());
        reports.addAll(noted);
        live.values().forEach(one -> quarantined.addAll(one.list().quarantined()));
        List<Offer> discounted = offers.stream().map(sources.discounts()::apply).toList();
        catalog.publish(new PublishedCatalog(
                CatalogSnapshot.of(discounted, clock.instant()),
                quarantined,
                reports,
                liveReports,
                offers(Provenance.Source.SNAPSHOT::equals)));
    }

    private List<Offer> localOffers(boolean areOwn) {
        return offers(kind -> areOwn == (kind == Provenance.Source.OPERATOR));
    }

    private List<Offer> offers(Predicate<Provenance.Source> kinds) {
        return local.values().stream()
                .filter(one -> kinds.test(one.report().kind()))
                .flatMap(one -> one.offers().stream())
                .toList();
    }

    private Map<Provider, SourceReport> liveReports() {
        Map<Provider, SourceReport> reports = new TreeMap<>();
        sources.live()
                .forEach(provider -> reports.put(
                        provider,
                        Optional.ofNullable(live.get(provider))
                                .map(one -> one.list().report())
                                .orElseGet(() -> new SourceReport(
                                        provider.key(), Provenance.Source.LIVE, 0, List.of(), Optional.empty()))));
        return reports;
    }
}
