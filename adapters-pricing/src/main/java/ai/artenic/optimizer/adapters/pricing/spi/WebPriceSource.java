package ai.artenic.optimizer.adapters.pricing.spi;

import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.util.List;
import java.util.Optional;

/// A price source that fills an offer sheet, or says why it cannot.
///
/// @param origin what people call the source
/// @param reading fills and returns a sheet
public record WebPriceSource(String origin, Reading reading) implements PriceSource {
    /// Reads a provider's prices.
    @FunctionalInterface
    public interface Reading {
        /// @throws UnreadableSourceException if the provider's prices cannot be read
        OfferSheet read() throws UnreadableSourceException;
    }

    @Override
    public Fetched fetch() {
        try {
            return reading.read().read();
        } catch (UnreadableSourceException e) {
            return new Fetched.Failed(new SourceReport(
                    origin, Provenance.Source.LIVE, 0, List.of(), Optional.of(String.valueOf(e.getMessage()))));
        }
    }
}
