package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.usecase.Status.LearningStatus;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ServingModel;
import java.util.Optional;
import java.util.function.Supplier;

/// Reports how far learning has come.
public final class ReportLearning {
    private final LearningStores stores;
    private final LearningSettings settings;
    private final Supplier<ServingModel> serving;
    private final Supplier<Experience> experience;

    /// @param serving gives the promoted model, at once
    /// @param experience gives the experience that is in use, at once
    public ReportLearning(
            LearningStores stores,
            LearningSettings settings,
            Supplier<ServingModel> serving,
            Supplier<Experience> experience) {
        this.stores = stores;
        this.settings = settings;
        this.serving = serving;
        this.experience = experience;
    }

    public LearningStatus report() {
        LearningState state = LearningState.of(stores);
        Optional<ModelCard> ready =
                serving.get() instanceof ServingModel.Ready serves ? Optional.of(serves.card()) : Optional.empty();
        Experience held = experience.get();
        return new LearningStatus(
                state,
                settings.samplesLeast(),
                settings.retrainAfter(),
                ready.or(state::newest),
                ready.isPresent(),
                held.groups(),
                held.runs());
    }
}
