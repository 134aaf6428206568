package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.learning.ModelCard;
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
/// @param learning as last known, where the store is away
/// @param degraded in words, what is not as good as it should be
public record Status(
        Mode mode,
        Mode configuredMode,
        PublishedCatalog catalog,
        List<ProviderStatus> providers,
        String store,
        Instant asOf,
        Duration uptime,
        LearningStatus learning,
        List<String> degraded) {

    /// How far learning has come.
    ///
    /// @param samplesLeast samples a model needs
    /// @param retrainAfter new samples after which a model is trained again
    /// @param model the model that serves, or else the one trained last
    /// @param isServing whether that model serves
    /// @param experiencedGroups query groups whose own runs correct estimates
    /// @param experiencedRuns such runs
    public record LearningStatus(
            LearningState state,
            int samplesLeast,
            int retrainAfter,
            Optional<ModelCard> model,
            boolean isServing,
            int experiencedGroups,
            int experiencedRuns) {
        static final LearningStatus NONE = new LearningStatus(
                LearningState.NONE,
                LearningSettings.DEFAULT_SAMPLES_LEAST,
                LearningSettings.DEFAULT_RETRAIN_AFTER,
                Optional.empty(),
                false,
                0,
                0);
    }

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
