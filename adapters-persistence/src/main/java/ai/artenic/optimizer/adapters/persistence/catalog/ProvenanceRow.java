package ai.artenic.optimizer.adapters.persistence.catalog;

import ai.artenic.optimizer.domain.offer.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// Where an offer's price came from. The native figures are text: their trailing zeros are the provider's own.
public record ProvenanceRow(
        Provenance.Source source,
        String origin,
        Instant observedAt,
        String nativePrice,
        String currency,
        String fxRate,
        LocalDate fxDate) {
    static ProvenanceRow of(Provenance provenance) {
        return new ProvenanceRow(
                provenance.source(),
                provenance.origin(),
                provenance.observedAt(),
                provenance.nativePrice().toString(),
                provenance.currency(),
                provenance.fxRate().toString(),
                provenance.fxDate());
    }

    Provenance toDomain() {
        return new Provenance(
                source, origin, observedAt, new BigDecimal(nativePrice), currency, new BigDecimal(fxRate), fxDate);
    }
}
