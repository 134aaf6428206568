package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.Status;
import ai.artenic.optimizer.domain.ranking.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the service stands. `mode` is the ranker in use, `configured_mode` the one asked for; `model` is null while no
/// ranking model has been trained.
public record StatusJson(
        String version,
        Instant asOf,
        Mode mode,
        Mode configuredMode,
        int sampleCount,
        int outcomeCount,
        int minSamples,
        int samplesSinceTraining,
        @Nullable ModelJson model,
        CatalogJson catalog,
        String store,
        boolean readOnly,
        long uptimeSeconds,
        List<String> degraded) {
    /// Samples a ranking model needs before it may be trained.
    private static final int MIN_SAMPLES = 50;

    /// A trained ranking model.
    public record ModelJson(String version, Instant trainedAt) {}

    public static StatusJson from(Status status, String version) {
        return new StatusJson(
                version,
                status.asOf(),
                status.mode(),
                status.configuredMode(),
                0,
                0,
                MIN_SAMPLES,
                0,
                null,
                CatalogJson.from(status),
                status.store(),
                false,
                status.uptime().toSeconds(),
                status.degraded());
    }
}
