package ai.artenic.optimizer.adapters.persistence.catalog;

import ai.artenic.optimizer.domain.offer.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// Where prices came from, without their native figures: what offers share.
record OriginRow(
        Provenance.Source source, String origin, Instant observedAt, String currency, String fxRate, LocalDate fxDate) {
    static OriginRow of(Provenance provenance) {
        return new OriginRow(
                provenance.source(),
                provenance.origin(),
                provenance.observedAt(),
                provenance.currency(),
                provenance.fxRate().toString(),
                provenance.fxDate());
    }

    Provenance toDomain(String nativePrice) {
        return new Provenance(
                source, origin, observedAt, new BigDecimal(nativePrice), currency, new BigDecimal(fxRate), fxDate);
    }
}
