package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Where AWS tells spot prices of Linux machines.
@FunctionalInterface
interface SpotPrices {
    /// The prices of a region.
    ///
    /// @throws UnreadableSourceException if they cannot be read
    Told in(String region) throws UnreadableSourceException;

    /// @param prices dollars per hour by instance type; a type without a spot price is not in it
    /// @param unreadable types whose price could not be understood
    record Told(Map<String, BigDecimal> prices, List<String> unreadable) {
        static final Told NOTHING = new Told(Map.of(), List.of());

        public Told {
            prices = Map.copyOf(prices);
            unreadable = List.copyOf(unreadable);
        }
    }
}
