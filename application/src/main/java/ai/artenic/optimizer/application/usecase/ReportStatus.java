package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.application.usecase.Status.ProviderStatus;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import ai.artenic.optimizer.domain.ranking.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reports how the service stands.
public final class ReportStatus {
    private final OfferCatalog catalog;
    private final StoreHealth store;
    private final InstantSource clock;
    private final Instant startedAt;

    public ReportStatus(OfferCatalog catalog, StoreHealth store, InstantSource clock) {
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    public Status report() {
        Instant now = clock.instant();
        PublishedCatalog published = catalog.current();
        return new Status(
                Mode.HEURISTIC,
                Mode.AUTO,
                published,
                providers(published, now),
                store.kind(),
                now,
                Duration.between(startedAt, now),
                degraded(published));
    }

    private List<String> degraded(PublishedCatalog published) {
        var reasons = new ArrayList<String>();
        store.fault().ifPresent(fault -> reasons.add("store: " + fault));
        for (SourceReport source : published.sources()) {
            source.lastError().ifPresent(error -> reasons.add("price source " + source.origin() + ": " + error));
        }
        if (published.snapshot().offers().isEmpty()) {
            reasons.add("catalogue: no offers");
        }
        return reasons;
    }

    private static List<ProviderStatus> providers(PublishedCatalog published, Instant now) {
        Map<String, List<Offer>> byProvider = new TreeMap<>();
        for (Offer offer : published.snapshot().offers()) {
            byProvider
                    .computeIfAbsent(offer.id().provider().key(), key -> new ArrayList<>())
                    .add(offer);
        }
        published
                .quarantined()
                .forEach(held ->
                        byProvider.computeIfAbsent(held.offer().id().provider().key(), key -> new ArrayList<>()));
        return byProvider.entrySet().stream()
                .map(entry -> status(entry.getKey(), entry.getValue(), published, now))
                .toList();
    }

    private static ProviderStatus status(String provider, List<Offer> offers, PublishedCatalog published, Instant now) {
        var sources = new TreeSet<String>();
        Instant newest = Instant.EPOCH;
        for (Offer offer : offers) {
            sources.add(Terms.wire(offer.provenance().source()));
            Instant observedAt = offer.provenance().observedAt();
            newest = observedAt.isAfter(newest) ? observedAt : newest;
        }
        long quarantined = published.quarantined().stream()
                .filter(held -> held.offer().id().provider().key().equals(provider))
                .count();
        String source = sources.size() == 1 ? sources.first() : sources.isEmpty() ? "none" : "mixed";
        return new ProviderStatus(
                provider,
                offers.size(),
                source,
                newest,
                Duration.between(newest, now),
                (int) quarantined,
                Optional.empty());
    }
}
