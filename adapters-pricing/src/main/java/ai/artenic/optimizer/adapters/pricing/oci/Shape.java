package ai.artenic.optimizer.adapters.pricing.oci;

import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A machine of Oracle's and the parts it is billed by.
///
/// @param hardware tells the hardware to a quote
/// @param isPreemptible whether it is sold at half the price to who may lose it
/// @param parts quantities by part number of the price list; may be fractions
record Shape(String name, Hardware hardware, boolean isPreemptible, Map<String, BigDecimal> parts) {
    /// What a shape is made of.
    interface Hardware {
        void tell(Quote quote);
    }

    /// The parts that the price list does not have.
    List<String> missing(Map<String, BigDecimal> prices) {
        return parts.keySet().stream()
                .filter(part -> !prices.containsKey(part))
                .sorted()
                .toList();
    }

    /// Price for one hour by a list that has all its parts.
    BigDecimal price(Map<String, BigDecimal> prices) {
        return parts.entrySet().stream()
                .map(part -> Objects.requireNonNull(prices.get(part.getKey())).multiply(part.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
