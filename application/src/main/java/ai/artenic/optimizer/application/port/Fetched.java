package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.util.List;

/// What came of asking a price source.
public sealed interface Fetched {
    /// What to show of the source.
    SourceReport report();

    record Read(List<Offer> offers, SourceReport report) implements Fetched {
        public Read {
            offers = List.copyOf(offers);
        }
    }

    /// The source could not be read; the report says why.
    record Failed(SourceReport report) implements Fetched {}
}
