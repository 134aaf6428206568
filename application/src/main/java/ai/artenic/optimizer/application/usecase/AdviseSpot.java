package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.SpotExperience;
import ai.artenic.optimizer.domain.intake.Nearest;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.spot.Hazard;
import ai.artenic.optimizer.domain.spot.SpotAdvisor;
import ai.artenic.optimizer.domain.spot.SpotQuestion;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Advises for or against an instance's spot nodes, by current prices and what own jobs saw of them.
public final class AdviseSpot {
    private final OfferCatalog catalog;
    private final SpotExperience experience;
    private final InstantSource clock;

    public AdviseSpot(OfferCatalog catalog, SpotExperience experience, InstantSource clock) {
        this.catalog = catalog;
        this.experience = experience;
        this.clock = clock;
    }

    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if what jobs saw cannot be reached
    public SpotAnswer advise(SpotInquiry inquiry) {
        CatalogSnapshot snapshot = catalog.current().snapshot();
        List<Offer> offers = snapshot.offers(inquiry.provider(), inquiry.instanceType());
        if (offers.isEmpty()) {
            return unknown(inquiry, snapshot);
        }
        List<Offer> here = offers.stream()
                .filter(offer ->
                        inquiry.region().map(offer.id().region()::equals).orElse(true))
                .toList();
        if (here.isEmpty()) {
            return new SpotAnswer.UnknownRegion(offers.stream()
                    .map(offer -> offer.id().region())
                    .distinct()
                    .sorted()
                    .toList());
        }
        return here.stream()
                .filter(offer -> offer.spot().isPresent() && offer.onDemand().value() > 0)
                .min(Comparator.comparing((Offer offer) -> offer.spot().orElseThrow())
                        .thenComparing(Offer::id))
                .<SpotAnswer>map(offer -> advised(inquiry, offer, snapshot.id()))
                .orElseGet(SpotAnswer.NoSpotPrice::new);
    }

    private SpotAnswer advised(SpotInquiry inquiry, Offer offer, String snapshotId) {
        var question = new SpotQuestion(
                inquiry.hours(),
                inquiry.nodes(),
                offer.onDemand(),
                offer.spot().orElseThrow(),
                inquiry.overhead(),
                Hazard.prior(offer.machine().accelerators().isPresent()),
                offer.providerRate(),
                experience.pools(
                        inquiry.provider(),
                        inquiry.instanceType(),
                        Optional.of(offer.id().region())),
                inquiry.maxHours());
        return new SpotAnswer.Advised(offer, SpotAdvisor.advise(question), snapshotId, clock.instant());
    }

    private static SpotAnswer unknown(SpotInquiry inquiry, CatalogSnapshot snapshot) {
        var types = new TreeSet<String>();
        var providers = new TreeSet<String>();
        for (Offer offer : snapshot.offers()) {
            providers.add(offer.id().provider().key());
            if (offer.id().provider().equals(inquiry.provider())) {
                types.add(offer.id().instanceType());
            }
        }
        return types.isEmpty()
                ? new SpotAnswer.UnknownProvider(List.copyOf(providers))
                : new SpotAnswer.UnknownInstance(
                        Nearest.to(inquiry.instanceType(), types).stream().toList());
    }
}
