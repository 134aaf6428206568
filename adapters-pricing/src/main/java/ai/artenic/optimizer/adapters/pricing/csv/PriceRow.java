package ai.artenic.optimizer.adapters.pricing.csv;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A good row of a price table.
///
/// @param price on-demand price per node hour in the currency of `rate`
/// @param origin where the row says its price comes from
public record PriceRow(
        OfferId id,
        Machine machine,
        BigDecimal price,
        Optional<BigDecimal> spot,
        FxRate rate,
        boolean available,
        String origin,
        Instant observedAt) {

    /// The row as an offer in EUR that remembers its native price.
    public Offer toOffer(Provenance.Source source) {
        var provenance = new Provenance(source, origin, observedAt, price, rate.currency(), rate.perEur(), rate.date());
        return new Offer(id, machine, rate.toEur(price), spot.map(rate::toEur), available, provenance);
    }
}
