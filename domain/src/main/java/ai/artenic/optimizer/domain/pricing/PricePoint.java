package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The prices of an offer from a moment on, until the next point.
///
/// @param nativePrice on-demand price in `currency`
public record PricePoint(
        OfferId id,
        Instant from,
        EurPerHour onDemand,
        Optional<EurPerHour> spot,
        BigDecimal nativePrice,
        String currency) {
    /// A spot price is kept in EUR, rounded to six places: so much it moves by rounding alone, per unit of the rate.
    private static final double ROUNDING = 1e-6;

    /// The prices of this offer from the moment they were observed.
    public static PricePoint of(Offer offer) {
        Provenance price = offer.provenance();
        return new PricePoint(
                offer.id(), price.observedAt(), offer.onDemand(), offer.spot(), price.nativePrice(), price.currency());
    }

    /// The offers that are new, or whose price changed in its own currency; exchange rates alone change no price.
    public static List<PricePoint> changes(List<Offer> before, List<Offer> after) {
        Map<OfferId, Offer> known = before.stream().collect(Collectors.toMap(Offer::id, Function.identity()));
        return after.stream()
                .filter(offer -> !isPricedAlike(known.get(offer.id()), offer))
                .map(PricePoint::of)
                .toList();
    }

    private static boolean isPricedAlike(@Nullable Offer one, Offer other) {
        return one != null
                && one.provenance().currency().equals(other.provenance().currency())
                && one.provenance().nativePrice().compareTo(other.provenance().nativePrice()) == 0
                && one.spot().isPresent() == other.spot().isPresent()
                && Math.abs(nativeSpot(one) - nativeSpot(other)) <= ROUNDING * (rate(one) + rate(other));
    }

    private static double nativeSpot(Offer offer) {
        return offer.spot().map(EurPerHour::value).orElse(0.0) * rate(offer);
    }

    private static double rate(Offer offer) {
        return offer.provenance().fxRate().doubleValue();
    }
}
