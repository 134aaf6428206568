package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryPriceLists;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.inmemory.InMemorySpendingHistory;
import ai.artenic.optimizer.application.inmemory.InMemorySpentJobs;
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
import ai.artenic.optimizer.application.usecase.ImportOutcomes;
import ai.artenic.optimizer.application.usecase.ListHistory;
import ai.artenic.optimizer.application.usecase.ListOffers;
import ai.artenic.optimizer.application.usecase.ListOutcomes;
import ai.artenic.optimizer.application.usecase.ListPrices;
import ai.artenic.optimizer.application.usecase.PastPrices;
import ai.artenic.optimizer.application.usecase.PlanSweep;
import ai.artenic.optimizer.application.usecase.RankerChoice;
import ai.artenic.optimizer.application.usecase.RecommendInstances;
import ai.artenic.optimizer.application.usecase.RecommendSettings;
import ai.artenic.optimizer.application.usecase.RecommendationStores;
import ai.artenic.optimizer.application.usecase.RecordOutcome;
import ai.artenic.optimizer.application.usecase.ReplayRecommendation;
import ai.artenic.optimizer.application.usecase.ReportLearning;
import ai.artenic.optimizer.application.usecase.ReportSavings;
import ai.artenic.optimizer.application.usecase.ReportStatus;
import ai.artenic.optimizer.application.usecase.SummariseSpending;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.cost.carbon.CarbonEstimator;
import ai.artenic.optimizer.domain.cost.compare.OfferComparer;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.CandidateSurveyor;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.sweep.SweepPlanner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// The API on a free port, over a small catalogue and a store in memory, with a clock that gains a second per look.
final class TestApi implements AutoCloseable {
    /// Power of one type of GPU, one grid: the rest is not known.
    static final CarbonEstimator CARBON = new CarbonEstimator(
            (provider, region) -> region.equals("eu-west-1") ? OptionalDouble.of(290) : OptionalDouble.empty(),
            type -> type.equals(Gpus.A100.type()) ? OptionalDouble.of(400) : OptionalDouble.empty());

    static final Instant START = Offers.OBSERVED.plus(Duration.ofDays(1));

    final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();
    final InMemoryCalibrationLog calibrations = new InMemoryCalibrationLog();
    final TestOutcomes outcomes = new TestOutcomes(calibrations, this::now);
    final TestSpentJobs spent = new TestSpentJobs(new InMemorySpentJobs(outcomes));
    final TestLog log = new TestLog(outcomes);
    final InMemorySnapshotStore snapshots = new InMemorySnapshotStore();
    final RecommendationStores stores = new RecommendationStores(log, snapshots);
    final InMemoryPriceLists prices = new InMemoryPriceLists();
    final TestLearning learning = new TestLearning();
    volatile Experience experience = Experience.NONE;
    final ExplorationPolicy exploration;
    final HttpApi api;
    final ContractClient client;
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong ids = new AtomicLong();

    private TestApi(HttpSettings settings, ExplorationPolicy exploration) {
        this.exploration = exploration;
        api = HttpApi.start(settings, useCases());
        client = new ContractClient(api.port());
    }

    static TestApi withOffers() {
        return withOffers(settings());
    }

    static TestApi withOffers(HttpSettings settings) {
        return withOffers(settings, ExplorationPolicy.NEVER);
    }

    static TestApi withOffers(HttpSettings settings, ExplorationPolicy exploration) {
        var api = new TestApi(settings, exploration);
        api.publish(offers());
        return api;
    }

    static TestApi empty() {
        return new TestApi(settings(), ExplorationPolicy.NEVER);
    }

    static HttpSettings settings() {
        return HttpSettings.of("127.0.0.1", 0, "9.8.7");
    }

    void publish(List<Offer> offers) {
        catalog.publish(new PublishedCatalog(Offers.snapshot(offers), List.of(), List.of()));
    }

    static List<Offer> offers() {
        var offers = new ArrayList<>(Offers.seeded(42, 60));
        offers.add(Offers.gpu("aws", "p4d", Gpus.A100, 8, 30.0, 12.0));
        offers.add(Offers.gpu("gcp", "quarter-l4", Gpus.L4, 0.5, 0.4, 0));
        offers.add(Offers.cpu("hetzner", "ccx13", 2, 8, 0.02, 0));
        return offers;
    }

    private Instant now() {
        return START.plusSeconds(looks.getAndIncrement());
    }

    private static HeuristicRanker ranker(Weights weights) {
        return new HeuristicRanker(weights, Reliability.NO_HISTORY, Gpus.CATALOG);
    }

    UseCases useCases() {
        InstantSource clock = this::now;
        return new UseCases(
                new RecommendInstances(
                        catalog,
                        ranker(Weights.DEFAULT),
                        stores,
                        clock,
                        () -> new UUID(7, ids.getAndIncrement()),
                        Corrections.NONE,
                        RankerChoice.WITHOUT_MODEL,
                        new RecommendSettings(exploration, "9.8.6")),
                new FindRecommendation(log),
                new ReplayRecommendation(stores, learning.models, learning, TestApi::ranker, "9.8.7"),
                new ListHistory(log),
                new ListOffers(catalog, clock),
                new ListPrices(prices, clock),
                new ReportStatus(
                        catalog,
                        log,
                        clock,
                        new RankerChoice(Mode.AUTO, learning.serving::get),
                        new ReportLearning(learning.stores, learning.settings, learning.serving::get, () -> experience)
                                ::report),
                new CheckHealth(catalog, log, clock, learning.serving::get),
                new PlanSweep(catalog, new SweepPlanner(Gpus.CATALOG), clock, () -> Calibration.NONE),
                new AdviseSpot(catalog, outcomes.kept, clock),
                new CompareOffers(
                        catalog,
                        new CandidateSurveyor(Gpus.CATALOG, Billing::of),
                        new OfferComparer(CARBON),
                        clock,
                        () -> Calibration.NONE,
                        () -> SpotExposure.NONE),
                feedback(clock),
                learning.useCases(clock),
                new SpendingUseCases(
                        new SummariseSpending(new InMemorySpendingHistory(outcomes), outcomes, catalog, clock),
                        new FindAnomalies(spent),
                        new ReportSavings(spent, log, new PastPrices(snapshots, ranker(Weights.DEFAULT), candidates())),
                        new ExportSpending(spent),
                        clock));
    }

    private static CandidateList candidates() {
        return new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of);
    }

    private UseCases.Feedback feedback(InstantSource clock) {
        var assessing = new AssessOutcome(log, catalog, candidates(), Gpus.CATALOG, Corrections.NONE);
        return new UseCases.Feedback(
                new RecordOutcome(assessing, outcomes, AfterOutcomes.NOTHING),
                new ImportOutcomes(assessing, outcomes, AfterOutcomes.NOTHING, Runnable::run),
                new ListOutcomes(outcomes),
                new FindOutcomes(outcomes),
                clock);
    }

    @Override
    public void close() {
        api.stop();
    }
}
