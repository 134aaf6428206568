package ai.artenic.optimizer.domain.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// Where a price comes from: kind of source, origin, moment of observation, native figures and the rate that made them
/// EUR.
///
/// @param origin the source by name, such as `Retail Prices API` or the operator's file name
/// @param nativePrice on-demand price per hour in the native currency
/// @param fxRate units of `currency` per EUR; 1 for EUR
public record Provenance(
        Source source,
        String origin,
        Instant observedAt,
        BigDecimal nativePrice,
        String currency,
        BigDecimal fxRate,
        LocalDate fxDate) {

    /// Kinds of price source, from freshest to most personal.
    public enum Source {
        LIVE,
        SNAPSHOT,
        OPERATOR
    }
}
