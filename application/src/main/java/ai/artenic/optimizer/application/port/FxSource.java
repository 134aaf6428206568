package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.pricing.FxRate;
import java.util.List;

/// A place exchange rates come from.
public interface FxSource {
    /// Reads the newest rates. A source that cannot be read answers [Reading.Failed]; it does not throw.
    Reading read();

    /// What came of asking.
    sealed interface Reading {
        /// @param rates all of one date
        record Read(List<FxRate> rates) implements Reading {
            public Read {
                rates = List.copyOf(rates);
            }
        }

        /// The reason in one line.
        record Failed(String reason) implements Reading {}
    }
}
