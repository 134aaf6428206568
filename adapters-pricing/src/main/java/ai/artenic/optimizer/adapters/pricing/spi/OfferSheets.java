package ai.artenic.optimizer.adapters.pricing.spi;

import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Hands out offer sheets, which share one hardware table and one table of exchange rates.
///
/// @param provider whose offers are collected
/// @param gpus the hardware table
/// @param rates the rate of a currency by its ISO code, if there is one
public record OfferSheets(Provider provider, GpuCatalog gpus, Function<String, Optional<FxRate>> rates) {
    /// An empty sheet.
    ///
    /// @param origin what people call the source, such as `Retail Prices API`
    /// @param currency of all its prices, as an ISO code
    /// @param observedAt when the prices were true
    public OfferSheet sheet(String origin, String currency, Instant observedAt) {
        return new OfferSheet(this, new Stamp(Provenance.Source.LIVE, origin, currency, observedAt));
    }

    /// An empty sheet for prices of the bundled snapshot: in the currency of this one, and as old.
    public OfferSheet bundled(String origin, Provenance price) {
        return new OfferSheet(
                this, new Stamp(Provenance.Source.SNAPSHOT, origin, price.currency(), price.observedAt()));
    }

    /// What all prices of a sheet share.
    record Stamp(Provenance.Source source, String origin, String currency, Instant observedAt) {}
}
