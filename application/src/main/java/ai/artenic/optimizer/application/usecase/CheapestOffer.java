package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.util.Comparator;
import java.util.Optional;

/// Finds what a job paid for, where several offers can have been it.
final class CheapestOffer {
    private CheapestOffer() {}

    /// The cheapest offer that the place can have been.
    static Optional<Offer> at(CatalogSnapshot snapshot, Place place) {
        return snapshot.offers(place.provider(), place.instanceType()).stream()
                .filter(offer -> !place.isSpot() || offer.spot().isPresent())
                .filter(offer -> place.region().map(offer.id().region()::equals).orElse(true))
                .min(Comparator.comparing((Offer offer) -> price(offer, place.isSpot()))
                        .thenComparing(Offer::id));
    }

    private static EurPerHour price(Offer offer, boolean isSpot) {
        return isSpot ? offer.spot().orElseThrow() : offer.onDemand();
    }
}
