package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.RankerChoice.Chosen;
import ai.artenic.optimizer.application.usecase.Status.LearningStatus;
import ai.artenic.optimizer.application.usecase.Status.ProviderStatus;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Reports how the service stands.
public final class ReportStatus {
    private final OfferCatalog catalog;
    private final StoreHealth store;
    private final InstantSource clock;
    private final Instant startedAt;
    private final RankerChoice rankers;
    private final Supplier<LearningStatus> learning;
    private volatile LearningStatus lastKnown = LearningStatus.NONE;

    /// Of a service that learns nothing.
    public ReportStatus(OfferCatalog catalog, StoreHealth store, InstantSource clock) {
        this(catalog, store, clock, RankerChoice.WITHOUT_MODEL, () -> LearningStatus.NONE);
    }

    /// @param learning tells how far learning has come, from a store that may be away
    public ReportStatus(
            OfferCatalog catalog,
            StoreHealth store,
            InstantSource clock,
            RankerChoice rankers,
            Supplier<LearningStatus> learning) {
        this.rankers = rankers;
        this.learning = learning;
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    public Status report() {
        Instant now = clock.instant();
        PublishedCatalog published = catalog.current();
        Optional<String> fault = store.fault();
        Chosen ranker = rankers.automatic();
        return new Status(
                ranker.mode(),
                rankers.configured(),
                published,
                providers(published, now),
                store.kind(),
                now,
                Duration.between(startedAt, now),
                fault.isPresent() ? lastKnown : learned(),
                degraded(published, fault, ranker));
    }

    private LearningStatus learned() {
        try {
            lastKnown = learning.get();
        } catch (StoreUnavailableException _) {
            // it went away since it was asked; the next report says so
        }
        return lastKnown;
    }

    private static List<String> degraded(PublishedCatalog published, Optional<String> fault, Chosen ranker) {
        var reasons = new ArrayList<String>();
        fault.ifPresent(why -> reasons.add("store: " + why));
        for (SourceReport source : published.sources()) {
            source.lastError().ifPresent(error -> reasons.add("price source " + source.origin() + ": " + error));
        }
        if (published.snapshot().offers().isEmpty()) {
            reasons.add("catalogue: no offers");
        }
        reasons.addAll(ranker.degraded());
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
        published
                .live()
                .keySet()
                .forEach(provider -> byProvider.computeIfAbsent(provider.key(), key -> new ArrayList<>()));
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
                Optional.ofNullable(published.live().get(new Provider(provider)))
                        .flatMap(SourceReport::lastError));
    }
}
