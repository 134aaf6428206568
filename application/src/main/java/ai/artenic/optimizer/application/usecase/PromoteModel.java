package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.Promotion;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Makes a kept model the one that serves, whatever the gate said: to roll back is to promote an earlier one.
public final class PromoteModel {
    private static final String REASON = "promoted by an operator";

    private final LearningStores stores;
    private final RankerLoader loader;
    private final RefreshModel refreshing;
    private final InstantSource clock;

    /// @param refreshing makes the model serve here at once; other replicas follow within seconds
    public PromoteModel(LearningStores stores, RankerLoader loader, RefreshModel refreshing, InstantSource clock) {
        this.stores = stores;
        this.loader = loader;
        this.refreshing = refreshing;
        this.clock = clock;
    }

    public PromoteAnswer promote(String version) {
        return switch (stores.models().find(version)) {
            case Found.Absent() -> new PromoteAnswer.UnknownVersion();
            case Found.Unreadable(String reason) -> new PromoteAnswer.CannotServe(reason);
            case Found.Model(ModelVersion model) ->
                switch (loader.load(model.model())) {
                    case Loading.Refused(String reason) -> new PromoteAnswer.CannotServe(reason);
                    case Loading.Loaded _ -> promoted(model);
                };
        };
    }

    private PromoteAnswer promoted(ModelVersion model) {
        var promotion =
                new Promotion(model.card().version(), REASON, clock.instant().truncatedTo(ChronoUnit.MICROS));
        stores.promotions().promote(promotion);
        var _ = refreshing.refresh(); // the schedule looks again should the store be away now
        return new PromoteAnswer.Promoted(model.card(), promotion);
    }
}
