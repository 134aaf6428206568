package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.http.HttpSettings;
import ai.artenic.optimizer.adapters.http.LearningUseCases;
import ai.artenic.optimizer.adapters.http.UseCases;
import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.StorageSettings;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryFxRates;
import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.inmemory.InMemoryPriceLists;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.inmemory.InMemoryStoreHealth;
import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.FxRates;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.PriceHistory;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.application.usecase.AfterOutcomes;
import ai.artenic.optimizer.application.usecase.AssessOutcome;
import ai.artenic.optimizer.application.usecase.CheckHealth;
import ai.artenic.optimizer.application.usecase.FindOutcomes;
import ai.artenic.optimizer.application.usecase.FindRecommendation;
import ai.artenic.optimizer.application.usecase.FindRetrain;
import ai.artenic.optimizer.application.usecase.ImportOutcomes;
import ai.artenic.optimizer.application.usecase.LearningStores;
import ai.artenic.optimizer.application.usecase.ListHistory;
import ai.artenic.optimizer.application.usecase.ListModels;
import ai.artenic.optimizer.application.usecase.ListOffers;
import ai.artenic.optimizer.application.usecase.ListOutcomes;
import ai.artenic.optimizer.application.usecase.ListPrices;
import ai.artenic.optimizer.application.usecase.PlanSweep;
import ai.artenic.optimizer.application.usecase.PromoteModel;
import ai.artenic.optimizer.application.usecase.RankerChoice;
import ai.artenic.optimizer.application.usecase.RecommendInstances;
import ai.artenic.optimizer.application.usecase.RecordOutcome;
import ai.artenic.optimizer.application.usecase.RefreshModel;
import ai.artenic.optimizer.application.usecase.ReportLearning;
import ai.artenic.optimizer.application.usecase.ReportMetrics;
import ai.artenic.optimizer.application.usecase.ReportStatus;
import ai.artenic.optimizer.application.usecase.RequestRetrain;
import ai.artenic.optimizer.application.usecase.RetrainWhenDue;
import ai.artenic.optimizer.application.usecase.TrainRanker;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.sweep.SweepPlanner;
import ai.artenic.optimizer.ml.lightgbm.LightGbmModels;
import ai.artenic.optimizer.ml.lightgbm.LightGbmTrainer;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Connects adapters to use cases: the whole dependency injection.
final class Wiring {
    static final InstantSource CLOCK = Clock.systemUTC();
    private static final RankerLoader MODELS = new LightGbmModels();

    private Wiring() {}

    /// An open store, whatever its kind.
    record Store(
            RecommendationLog log,
            CalibrationLog calibrations,
            OutcomeLog outcomes,
            LearningStores learning,
            PriceStores prices,
            StoreHealth health,
            Optional<Storage> storage)
            implements AutoCloseable {
        @Override
        public void close() {
            storage.ifPresent(Storage::close);
        }
    }

    /// Where live prices and what they are converted by are kept.
    record PriceStores(PriceLists lists, PriceHistory history, FxRates rates) {
        static PriceStores inMemory() {
            var lists = new InMemoryPriceLists();
            return new PriceStores(lists, lists, new InMemoryFxRates());
        }
    }

    static Store store(Config.Store config) throws StorageOpeningException {
        var pool = new StorageSettings.Pool(config.connectionsMax(), config.checkoutMax(), config.statementMax());
        return switch (config.kind()) {
            case MEMORY -> memoryStore();
            case SERVER ->
                store(Storage.open(new StorageSettings.Server(
                        config.databaseUrl().orElseThrow(), Optional.empty(), Optional.empty(), pool)));
            case EMBEDDED ->
                store(Storage.open(
                        new StorageSettings.Embedded(config.dataDirectory(), config.binariesDirectory(), pool)));
        };
    }

    private static Store store(Storage storage) {
        return new Store(
                storage.recommendationLog(),
                storage.calibrationLog(),
                storage.outcomeLog(),
                new LearningStores(
                        storage.sampleStore(), storage.modelRegistry(), storage.promotions(), storage.retrainRuns()),
                new PriceStores(storage.priceLists(), storage.priceHistory(), storage.fxRates()),
                storage.health(),
                Optional.of(storage));
    }

    static Store memoryStore() {
        var calibrations = new InMemoryCalibrationLog();
        var outcomes = new InMemoryOutcomeLog(calibrations, CLOCK);
        var models = new InMemoryModelRegistry();
        return new Store(
                new InMemoryRecommendationLog(
                        id -> !outcomes.following(List.of(id)).isEmpty()),
                calibrations,
                outcomes,
                new LearningStores(outcomes, models, new InMemoryPromotions(models), new InMemoryRetrainRuns(CLOCK)),
                PriceStores.inMemory(),
                new InMemoryStoreHealth(),
                Optional.empty());
    }

    /// The catalogue of the configured sources that need no network, read and published.
    static OfferCatalog catalog(Config.Pricing config, PriceSources prices) {
        return LivePrices.of(config, prices, CLOCK).catalog();
    }

    static RecommendInstances recommend(
            Config config,
            PriceSources prices,
            OfferCatalog catalog,
            RecommendationLog log,
            Supplier<Calibration> calibration,
            RankerChoice rankers) {
        var ranker = new HeuristicRanker(config.weights(), Reliability.NO_HISTORY, prices.gpus());
        return new RecommendInstances(catalog, ranker, log, CLOCK, UUID::randomUUID, calibration, rankers);
    }

    static PlanSweep sweep(PriceSources prices, OfferCatalog catalog, Supplier<Calibration> calibration) {
        return new PlanSweep(catalog, new SweepPlanner(prices.gpus()), CLOCK, calibration);
    }

    static ListOffers offers(OfferCatalog catalog) {
        return new ListOffers(catalog, CLOCK);
    }

    /// Brings the serving model up to date; one for each store that is served.
    static RefreshModel refreshing(Store store, Learned learned) {
        return new RefreshModel(store.learning(), MODELS, learned.model()::set);
    }

    private static RetrainWhenDue retraining(Config.Learning config, Store store) {
        return new RetrainWhenDue(store.learning(), config.settings(), CLOCK, UUID::randomUUID);
    }

    static LearningSchedule.Work learning(Config.Learning config, Store store, RefreshModel refreshing) {
        LearningStores stores = store.learning();
        return new LearningSchedule.Work(
                refreshing,
                retraining(config, store),
                stores.runs(),
                new TrainRanker(stores, new LightGbmTrainer(), MODELS, config.settings(), CLOCK, SplittableRandom::new),
                CLOCK);
    }

    static UseCases useCases(
            Config config,
            PriceSources prices,
            OfferCatalog catalog,
            Store store,
            Learned learned,
            RefreshModel refreshing) {
        Supplier<Calibration> calibration = learned.calibration()::get;
        RankerChoice rankers = learned.rankers(config.learning().mode());
        return new UseCases(
                recommend(config, prices, catalog, store.log(), calibration, rankers),
                new FindRecommendation(store.log()),
                new ListHistory(store.log()),
                offers(catalog),
                new ListPrices(store.prices().history(), CLOCK),
                new ReportStatus(
                        catalog,
                        store.health(),
                        CLOCK,
                        rankers,
                        new ReportLearning(store.learning(), config.learning().settings(), learned.model()::get)
                                ::report),
                new CheckHealth(catalog, store.health(), CLOCK, learned.model()::get),
                sweep(prices, catalog, calibration),
                feedback(
                        assessing(config, prices, catalog, store, calibration),
                        store,
                        new RetrainNotice(retraining(config.learning(), store), CLOCK)),
                new LearningUseCases(
                        new RequestRetrain(store.learning(), config.learning().settings(), CLOCK, UUID::randomUUID),
                        new FindRetrain(store.learning()),
                        new ListModels(store.learning()),
                        new PromoteModel(store.learning(), MODELS, refreshing, CLOCK),
                        new ReportMetrics(store.learning(), learned.model()::get, calibration)));
    }

    static AssessOutcome assessing(
            Config config, PriceSources prices, OfferCatalog catalog, Store store, Supplier<Calibration> calibration) {
        var candidates = new CandidateList(config.weights(), Reliability.NO_HISTORY, prices.gpus(), Billing::of);
        return new AssessOutcome(store.log(), catalog, candidates, prices.gpus(), calibration);
    }

    static UseCases.Feedback feedback(AssessOutcome assessing, Store store, AfterOutcomes after) {
        return new UseCases.Feedback(
                new RecordOutcome(assessing, store.outcomes(), after),
                new ImportOutcomes(assessing, store.outcomes(), after),
                new ListOutcomes(store.outcomes()),
                new FindOutcomes(store.outcomes()),
                CLOCK);
    }

    static HttpSettings http(Config.Server config) {
        return HttpSettings.of(config.host(), config.port(), Version.NUMBER).withBodyBytesMost(config.bodyBytesMost());
    }
}
