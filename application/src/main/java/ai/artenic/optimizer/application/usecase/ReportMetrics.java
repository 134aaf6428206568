package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ServingModel;
import java.util.Optional;
import java.util.function.Supplier;

/// Reports how well the ranker orders, and what it learned from.
public final class ReportMetrics {
    private final LearningStores stores;
    private final Supplier<ServingModel> serving;
    private final Supplier<Calibration> calibration;

    public ReportMetrics(LearningStores stores, Supplier<ServingModel> serving, Supplier<Calibration> calibration) {
        this.stores = stores;
        this.serving = serving;
        this.calibration = calibration;
    }

    public RankerMetrics report() {
        LearningState state = LearningState.of(stores);
        Optional<ModelCard> ready =
                serving.get() instanceof ServingModel.Ready serves ? Optional.of(serves.card()) : Optional.empty();
        return new RankerMetrics(
                state.counts(),
                ready.or(state::newest),
                ready.isPresent(),
                calibration.get().classes());
    }
}
