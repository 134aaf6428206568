package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.Status;
import ai.artenic.optimizer.application.usecase.Status.ProviderStatus;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.QuarantineReason;
import ai.artenic.optimizer.domain.pricing.Quarantined;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The current catalogue: what is on offer per provider, what was held back (the first 100 of `quarantined`), and what
/// each price source said.
public record CatalogJson(
        String snapshotId,
        Instant publishedAt,
        int offers,
        List<ProviderJson> providers,
        List<SourceJson> sources,
        int quarantined,
        List<QuarantineJson> quarantine,
        List<BadRowsJson> badRows) {
    private static final int MOST_QUARANTINED = 100;
    private static final int MOST_BAD_ROWS = 20;

    /// One provider's share; moment and age are those of its newest price, null where it has none.
    public record ProviderJson(
            String provider,
            int offers,
            String source,
            @Nullable Instant observedAt,
            @Nullable Long ageSeconds,
            int quarantined,
            @Nullable String lastError) {}

    /// One price source and what came of reading it.
    public record SourceJson(
            String origin,
            Provenance.Source kind,
            int offers,
            int badRows,
            @Nullable String lastError) {}

    /// An offer held back, with the reason.
    public record QuarantineJson(
            String provider, String instanceType, String region, QuarantineReason reason, String detail) {}

    /// The rows of one source that could not be read: how many, and the first 20.
    public record BadRowsJson(String origin, int total, List<BadRowJson> rows) {}

    /// A row that could not be read, and why. Lines count from 1.
    public record BadRowJson(long line, String reason) {}

    static CatalogJson from(Status status) {
        var catalog = status.catalog();
        return new CatalogJson(
                catalog.snapshot().id(),
                catalog.snapshot().publishedAt(),
                catalog.snapshot().offers().size(),
                status.providers().stream().map(CatalogJson::provider).toList(),
                catalog.sources().stream().map(CatalogJson::source).toList(),
                catalog.quarantined().size(),
                catalog.quarantined().stream()
                        .limit(MOST_QUARANTINED)
                        .map(CatalogJson::quarantine)
                        .toList(),
                catalog.sources().stream()
                        .filter(report -> !report.badRows().isEmpty())
                        .map(CatalogJson::badRows)
                        .toList());
    }

    private static ProviderJson provider(ProviderStatus provider) {
        boolean priced = provider.offers() > 0;
        return new ProviderJson(
                provider.provider(),
                provider.offers(),
                provider.source(),
                priced ? provider.observedAt() : null,
                priced ? provider.age().toSeconds() : null,
                provider.quarantined(),
                provider.lastError().orElse(null));
    }

    private static SourceJson source(SourceReport report) {
        return new SourceJson(
                report.origin(),
                report.kind(),
                report.offers(),
                report.badRows().size(),
                report.lastError().orElse(null));
    }

    private static QuarantineJson quarantine(Quarantined held) {
        return new QuarantineJson(
                held.offer().id().provider().key(),
                held.offer().id().instanceType(),
                held.offer().id().region(),
                held.reason(),
                held.detail());
    }

    private static BadRowsJson badRows(SourceReport report) {
        return new BadRowsJson(
                report.origin(),
                report.badRows().size(),
                report.badRows().stream()
                        .limit(MOST_BAD_ROWS)
                        .map(row -> new BadRowJson(row.line(), row.reason()))
                        .toList());
    }
}
