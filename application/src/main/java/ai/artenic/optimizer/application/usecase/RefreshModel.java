package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.Promotion;
import ai.artenic.optimizer.domain.learning.ServingModel;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings the model that serves up to date with the newest promotion, made here or by another replica.
///
/// Run it every few seconds. While the store is away the last known model stays. Besides new promotions it looks, less
/// often, whether what is kept of the serving model is still what was trained: replicas must not serve what a restart
/// could not.
public final class RefreshModel {
    /// Looks at the promotions for each look at the model itself.
    static final int LOOKS_PER_READING = 5;

    private final LearningStores stores;
    private final RankerLoader loader;
    private final Consumer<ServingModel> publish;
    private ServingModel current = new ServingModel.None();
    private Optional<String> version = Optional.empty();
    private int looks;

    /// @param publish makes a model the one that serves
    public RefreshModel(LearningStores stores, RankerLoader loader, Consumer<ServingModel> publish) {
        this.stores = stores;
        this.loader = loader;
        this.publish = publish;
    }

    /// Why the model could not be brought up to date; empty if it is.
    public synchronized Optional<String> refresh() {
        try {
            Optional<String> promoted = stores.promotions().newest(1).stream()
                    .map(Promotion::version)
                    .findFirst();
            looks = promoted.equals(version) ? (looks + 1) % LOOKS_PER_READING : 0;
            if (looks == 0) {
                current = promoted.map(this::read).orElseGet(ServingModel.None::new);
                version = promoted;
                publish.accept(current);
            }
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private ServingModel read(String promoted) {
        return switch (stores.models().find(promoted)) {
            case Found.Absent() -> new ServingModel.Broken(promoted, "the registry does not have it");
            case Found.Unreadable(String reason) -> new ServingModel.Broken(promoted, reason);
            case Found.Model(ModelVersion model) -> isServing(model) ? current : load(model);
        };
    }

    private boolean isServing(ModelVersion model) {
        return current instanceof ServingModel.Ready ready
                && ready.card().equals(model.card())
                && ready.checksum().equals(model.model().checksum())
                && model.model().isIntact();
    }

    private ServingModel load(ModelVersion model) {
        return switch (loader.load(model.model())) {
            case Loading.Loaded(var loaded) ->
                new ServingModel.Ready(model.card(), model.model().checksum(), loaded);
            case Loading.Refused(String reason) ->
                new ServingModel.Broken(model.card().version(), reason);
        };
    }
}
