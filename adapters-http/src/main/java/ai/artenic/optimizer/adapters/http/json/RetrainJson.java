package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.FindRetrain.Retrain;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A training of the ranker: `succeeded` with a model that was promoted, `rejected` with one that was not, `failed`
/// without one. `reason` and what follows are null before the end.
public record RetrainJson(
        UUID runId,
        RetrainRun.Status status,
        boolean forced,
        @Nullable String reason,
        @Nullable String modelVersion,
        @Nullable HeldOutJson metrics,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    public static RetrainJson from(Retrain retrain) {
        RetrainRun run = retrain.run();
        return new RetrainJson(
                run.id(),
                run.status(),
                run.isForced(),
                run.reason().orElse(null),
                run.modelVersion().orElse(null),
                retrain.card().map(ModelCard::metrics).map(HeldOutJson::from).orElse(null),
                run.requestedAt(),
                run.startedAt().orElse(null),
                run.finishedAt().orElse(null));
    }

    /// A run that was just queued.
    public static RetrainJson from(RetrainRun run) {
        return from(new Retrain(run, Optional.empty()));
    }
}
