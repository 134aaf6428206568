package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the service stands.
///
/// @param mode the ranker in use now
/// @param configuredMode the mode asked for by configuration
/// @param store kind of store
/// @param degraded in words, what is not as good as it should be
public record Status(
        Mode mode,
        Mode configuredMode,
        PublishedCatalog catalog,
        List<ProviderStatus> providers,
        String store,
        Instant asOf,
        Duration uptime,
        List<String> degraded) {

    /// One provider's share of the catalogue.
    ///
    /// @param source kind of source of its prices, lower case; `mixed` if there are several
    /// @param observedAt the newest observation among its prices
    /// @param age time since that observation
    /// @param lastError why its source could not be read last time, if so
    public record ProviderStatus(
            String provider,
            int offers,
            String source,
            Instant observedAt,
            Duration age,
            int quarantined,
            Optional<String> lastError) {}
}
