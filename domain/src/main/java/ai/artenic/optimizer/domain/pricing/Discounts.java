package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/// What an operator negotiated with providers: the share by which on-demand prices are lower than listed. Spot prices
/// are set by a market and stay, as do the operator's own prices, which are what is paid.
public record Discounts(Map<Provider, BigDecimal> shares) {
    public static final Discounts NONE = new Discounts(Map.of());

    public Discounts {
        shares = Map.copyOf(shares);
        shares.forEach((provider, share) -> {
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException(
                        "Discount of " + provider.key() + " must be 0 to below 1, was " + share);
            }
        });
    }

    /// The offer at what it costs this operator; its origin says how much less that is.
    public Offer apply(Offer offer) {
        BigDecimal share = shares.getOrDefault(offer.id().provider(), BigDecimal.ZERO);
        Provenance listed = offer.provenance();
        if (share.signum() == 0 || listed.source() == Provenance.Source.OPERATOR) {
            return offer;
        }
        BigDecimal paid = offer.onDemand().amount().multiply(BigDecimal.ONE.subtract(share));
        return new Offer(
                offer.id(),
                offer.machine(),
                new EurPerHour(paid.setScale(Eur.SCALE, RoundingMode.HALF_EVEN)),
                offer.spot(),
                offer.available(),
                new Provenance(
                        listed.source(),
                        listed.origin() + ", less " + percent(share) + " % discount",
                        listed.observedAt(),
                        listed.nativePrice(),
                        listed.currency(),
                        listed.fxRate(),
                        listed.fxDate()),
                offer.providerRate());
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
