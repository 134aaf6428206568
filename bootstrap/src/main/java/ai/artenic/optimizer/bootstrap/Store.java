package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.StorageSettings;
import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.inmemory.InMemorySpendingHistory;
import ai.artenic.optimizer.application.inmemory.InMemorySpentJobs;
import ai.artenic.optimizer.application.inmemory.InMemoryStoreHealth;
import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.GroupRuns;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.SpendingHistory;
import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.application.port.SpotExperience;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.application.usecase.LearningStores;
import ai.artenic.optimizer.application.usecase.RecommendationStores;
import ai.artenic.optimizer.bootstrap.config.Config;
import java.util.List;
import java.util.Optional;

/// An open store, whatever its kind.
record Store(
        RecommendationStores recommendations,
        GivenAdvice given,
        CalibrationLog calibrations,
        OutcomeLog outcomes,
        GroupRuns runs,
        SpotExperience spot,
        SpendingHistory spending,
        SpentJobs spent,
        LearningStores learning,
        PriceStores prices,
        StoreHealth health,
        Optional<Storage> storage)
        implements AutoCloseable {
    /// Opens the configured store.
    static Store open(Config.Store config) throws StorageOpeningException {
        var pool = new StorageSettings.Pool(config.connectionsMax(), config.checkoutMax(), config.statementMax());
        return switch (config.kind()) {
            case MEMORY -> inMemory();
            case SERVER ->
                of(Storage.open(new StorageSettings.Server(
                        config.databaseUrl().orElseThrow(), Optional.empty(), Optional.empty(), pool)));
            case EMBEDDED ->
                of(Storage.open(
                        new StorageSettings.Embedded(config.dataDirectory(), config.binariesDirectory(), pool)));
        };
    }

    private static Store of(Storage storage) {
        return new Store(
                new RecommendationStores(storage.recommendationLog(), storage.snapshotStore()),
                storage.givenAdvice(),
                storage.calibrationLog(),
                storage.outcomeLog(),
                storage.groupRuns(),
                storage.spotExperience(),
                storage.spendingHistory(),
                storage.spentJobs(),
                new LearningStores(
                        storage.sampleStore(), storage.modelRegistry(), storage.promotions(), storage.retrainRuns()),
                new PriceStores(storage.priceLists(), storage.priceHistory(), storage.fxRates()),
                storage.health(),
                Optional.of(storage));
    }

    /// A store that is gone with the process.
    static Store inMemory() {
        var calibrations = new InMemoryCalibrationLog();
        var outcomes = new InMemoryOutcomeLog(calibrations, Wiring.CLOCK);
        var models = new InMemoryModelRegistry();
        var log = new InMemoryRecommendationLog(
                id -> !outcomes.following(List.of(id)).isEmpty());
        return new Store(
                new RecommendationStores(log, new InMemorySnapshotStore()),
                log,
                calibrations,
                outcomes,
                outcomes,
                outcomes,
                new InMemorySpendingHistory(outcomes),
                new InMemorySpentJobs(outcomes),
                new LearningStores(
                        outcomes, models, new InMemoryPromotions(models), new InMemoryRetrainRuns(Wiring.CLOCK)),
                PriceStores.inMemory(),
                new InMemoryStoreHealth(),
                Optional.empty());
    }

    RecommendationLog log() {
        return recommendations.log();
    }

    @Override
    public void close() {
        storage.ifPresent(Storage::close);
    }
}
