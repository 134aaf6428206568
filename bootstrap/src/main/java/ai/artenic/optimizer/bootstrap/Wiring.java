package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.http.HttpSettings;
import ai.artenic.optimizer.adapters.http.LearningUseCases;
import ai.artenic.optimizer.adapters.http.SpendingUseCases;
import ai.artenic.optimizer.adapters.http.UseCases;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.usecase.AdviseSpot;
import ai.artenic.optimizer.application.usecase.AfterOutcomes;
import ai.artenic.optimizer.application.usecase.AssessOutcome;
import ai.artenic.optimizer.application.usecase.CheckHealth;
import ai.artenic.optimizer.application.usecase.CompareOffers;
import ai.artenic.optimizer.application.usecase.Corrections;
import ai.artenic.optimizer.application.usecase.ExportSpending;
import ai.artenic.optimizer.application.usecase.FindAnomalies;
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
import ai.artenic.optimizer.application.usecase.PastPrices;
import ai.artenic.optimizer.application.usecase.PlanSweep;
import ai.artenic.optimizer.application.usecase.PromoteModel;
import ai.artenic.optimizer.application.usecase.RankerChoice;
import ai.artenic.optimizer.application.usecase.RecommendInstances;
import ai.artenic.optimizer.application.usecase.RecommendSettings;
import ai.artenic.optimizer.application.usecase.RecommendationStores;
import ai.artenic.optimizer.application.usecase.RecordOutcome;
import ai.artenic.optimizer.application.usecase.RefreshModel;
import ai.artenic.optimizer.application.usecase.ReplayRecommendation;
import ai.artenic.optimizer.application.usecase.ReportLearning;
import ai.artenic.optimizer.application.usecase.ReportMetrics;
import ai.artenic.optimizer.application.usecase.ReportSavings;
import ai.artenic.optimizer.application.usecase.ReportStatus;
import ai.artenic.optimizer.application.usecase.RequestRetrain;
import ai.artenic.optimizer.application.usecase.RetrainWhenDue;
import ai.artenic.optimizer.application.usecase.SummariseSpending;
import ai.artenic.optimizer.application.usecase.TrainRanker;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.cost.compare.OfferComparer;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.CandidateSurveyor;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.sweep.SweepPlanner;
import ai.artenic.optimizer.ml.lightgbm.LightGbmModels;
import ai.artenic.optimizer.ml.lightgbm.LightGbmTrainer;
import java.time.Clock;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Connects adapters to use cases: the whole dependency injection.
final class Wiring {
    static final InstantSource CLOCK = Clock.systemUTC();
    private static final RankerLoader MODELS = new LightGbmModels();

    private Wiring() {}

    /// The catalogue of the configured sources that need no network, read and published.
    static OfferCatalog catalog(Config.Pricing config, PriceSources prices) {
        return LivePrices.of(config, prices, CLOCK).catalog();
    }

    static RecommendInstances recommend(
            Config config,
            PriceSources prices,
            OfferCatalog catalog,
            RecommendationStores stores,
            Corrections corrections,
            RankerChoice rankers) {
        var settings = new RecommendSettings(config.exploration(), Version.NUMBER);
        return new RecommendInstances(
                catalog,
                ranker(prices, config.weights()),
                stores,
                CLOCK,
                UUID::randomUUID,
                corrections,
                rankers,
                settings);
    }

    private static HeuristicRanker ranker(PriceSources prices, Weights weights) {
        return new HeuristicRanker(weights, Reliability.NO_HISTORY, prices.gpus());
    }

    private static ReplayRecommendation replay(PriceSources prices, Store store) {
        return new ReplayRecommendation(
                store.recommendations(),
                store.learning().models(),
                MODELS,
                weights -> ranker(prices, weights),
                Version.NUMBER);
    }

    static PlanSweep sweep(PriceSources prices, OfferCatalog catalog, Supplier<Calibration> calibration) {
        return new PlanSweep(catalog, new SweepPlanner(prices.gpus()), CLOCK, calibration);
    }

    static CompareOffers compare(PriceSources prices, OfferCatalog catalog, Learned learned) {
        var surveyor = new CandidateSurveyor(prices.gpus(), Billing::of);
        return new CompareOffers(
                catalog,
                surveyor,
                new OfferComparer(prices.carbon()),
                CLOCK,
                learned.calibration()::get,
                learned.exposure()::get);
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
            Refreshing refreshing) {
        Supplier<Calibration> calibration = learned.calibration()::get;
        RankerChoice rankers = learned.rankers(config.learning().mode());
        return new UseCases(
                recommend(config, prices, catalog, store.recommendations(), learned.corrections(), rankers),
                new FindRecommendation(store.log()),
                replay(prices, store),
                new ListHistory(store.log()),
                offers(catalog),
                new ListPrices(store.prices().history(), CLOCK),
                new ReportStatus(
                        catalog,
                        store.health(),
                        CLOCK,
                        rankers,
                        new ReportLearning(
                                store.learning(),
                                config.learning().settings(),
                                learned.model()::get,
                                learned.experience()::get)::report),
                new CheckHealth(catalog, store.health(), CLOCK, learned.model()::get),
                sweep(prices, catalog, calibration),
                new AdviseSpot(catalog, store.spot(), CLOCK),
                compare(prices, catalog, learned),
                feedback(
                        assessing(config, prices, catalog, store, learned.corrections()),
                        store,
                        refreshing.after(new RetrainNotice(retraining(config.learning(), store), CLOCK))),
                new LearningUseCases(
                        new RequestRetrain(store.learning(), config.learning().settings(), CLOCK, UUID::randomUUID),
                        new FindRetrain(store.learning()),
                        new ListModels(store.learning()),
                        new PromoteModel(store.learning(), MODELS, refreshing.model(), CLOCK),
                        new ReportMetrics(store.learning(), learned.model()::get, calibration)),
                spending(store, catalog, past(config, prices, store)));
    }

    private static PastPrices past(Config config, PriceSources prices, Store store) {
        return new PastPrices(
                store.recommendations().snapshots(), ranker(prices, config.weights()), candidates(config, prices));
    }

    private static CandidateList candidates(Config config, PriceSources prices) {
        return new CandidateList(config.weights(), Reliability.NO_HISTORY, prices.gpus(), Billing::of);
    }

    private static SpendingUseCases spending(Store store, OfferCatalog catalog, PastPrices past) {
        return new SpendingUseCases(
                new SummariseSpending(store.spending(), store.outcomes(), catalog, CLOCK),
                new FindAnomalies(store.spent()),
                new ReportSavings(store.spent(), store.given(), past),
                new ExportSpending(store.spent()),
                CLOCK);
    }

    static AssessOutcome assessing(
            Config config, PriceSources prices, OfferCatalog catalog, Store store, Corrections corrections) {
        return new AssessOutcome(store.given(), catalog, candidates(config, prices), prices.gpus(), corrections);
    }

    static UseCases.Feedback feedback(AssessOutcome assessing, Store store, AfterOutcomes after) {
        return new UseCases.Feedback(
                new RecordOutcome(assessing, store.outcomes(), after),
                new ImportOutcomes(assessing, store.outcomes(), after, Thread::startVirtualThread),
                new ListOutcomes(store.outcomes()),
                new FindOutcomes(store.outcomes()),
                CLOCK);
    }

    static HttpSettings http(Config.Server config) {
        return HttpSettings.of(config.host(), config.port(), Version.NUMBER).withBodyBytesMost(config.bodyBytesMost());
    }
}
