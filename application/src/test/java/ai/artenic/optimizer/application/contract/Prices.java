package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Live prices for tests.
public final class Prices {
    public static final Provider AWS = new Provider("aws");
    public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private Prices() {}

    /// A live offer of AWS, priced in USD at 1.25 per EUR.
    public static Offer live(String type, String usd, double spot, Instant observedAt) {
        return live(AWS, type, usd, spot, observedAt);
    }

    public static Offer live(Provider provider, String type, String usd, double spot, Instant observedAt) {
        Offer offer = Offers.gpu(provider.key(), type, Gpus.T4, 1, 1, spot);
        var price = new BigDecimal(usd);
        return new Offer(
                offer.id(),
                offer.machine(),
                new EurPerHour(price.multiply(new BigDecimal("0.8"))),
                offer.spot(),
                true,
                new Provenance(
                        Provenance.Source.LIVE,
                        "Price List API",
                        observedAt,
                        price,
                        "USD",
                        new BigDecimal("1.25"),
                        LocalDate.of(2026, 10, 30)));
    }

    public static Offer inZone(Offer offer, String zone) {
        return new Offer(
                new OfferId(
                        offer.id().provider(),
                        offer.id().instanceType(),
                        offer.id().region(),
                        Optional.of(zone)),
                offer.machine(),
                offer.onDemand(),
                offer.spot(),
                false,
                offer.provenance());
    }

    public static SourceReport report(int offers) {
        return new SourceReport("Price List API", Provenance.Source.LIVE, offers, List.of(), Optional.empty());
    }

    public static SourceReport failure(String reason) {
        return new SourceReport("Price List API", Provenance.Source.LIVE, 0, List.of(), Optional.of(reason));
    }

    /// The list that becomes of `before` by reading these.
    public static PriceList read(Optional<PriceList> before, Instant at, Offer... offers) {
        return PriceList.read(AWS, before, List.of(offers), report(offers.length), at);
    }
}
