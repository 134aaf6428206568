package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import java.util.Optional;
import java.util.UUID;

/// Finds a training and what came of it.
public final class FindRetrain {
    private final LearningStores stores;

    public FindRetrain(LearningStores stores) {
        this.stores = stores;
    }

    /// @param card of the model that came of it, if one did
    public record Retrain(RetrainRun run, Optional<ModelCard> card) {}

    public Optional<Retrain> find(UUID id) {
        return stores.runs()
                .find(id)
                .map(run -> new Retrain(run, run.modelVersion().flatMap(this::card)));
    }

    private Optional<ModelCard> card(String version) {
        return stores.models().find(version) instanceof Found.Model(var model)
                ? Optional.of(model.card())
                : Optional.empty();
    }
}
