package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Models;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.application.usecase.ReplayAnswer.Lacking;
import ai.artenic.optimizer.application.usecase.ReplayAnswer.NotReplayable;
import ai.artenic.optimizer.application.usecase.ReplayAnswer.Replayed;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.fixture.FakeModel;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Knowledge;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Scoring;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayRecommendationTest {
    private static final Weights WEIGHTS = new Weights(0.1, 0.2, 0.3, 0.4);
    private static final ModelVersion MODEL = Models.accepted("v1");

    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();
    private final InMemoryRecommendationLog log = new InMemoryRecommendationLog();
    private final InMemorySnapshotStore snapshots = new InMemorySnapshotStore();
    private final InMemoryModelRegistry models = new InMemoryModelRegistry();
    private Calibration calibration = Calibration.NONE;
    private ServingModel serving = new ServingModel.None();
    private RankerLoader loader = _ -> new Loading.Loaded(model());

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static FakeModel model() {
        return FakeModel.linear(FeatureSchema.V2, Map.of("vcpus", 0.3, "price_per_hour", -0.7));
    }

    private static HeuristicRanker ranker(Weights weights) {
        return new HeuristicRanker(weights, Reliability.NO_HISTORY, Gpus.CATALOG);
    }

    private void publish(long seed) {
        var snapshot = Offers.snapshot(Offers.seeded(seed, 60));
        catalog.publish(new PublishedCatalog(snapshot, List.of(), List.of()));
    }

    private static RecommendRequest request(Mode mode) {
        return new RecommendRequest(
                Workloads.lora7b(), Constraints.NONE, Goal.BALANCED, mode, 20, Optional.empty(), true);
    }

    private Recommendation recommended(long seed, Mode mode) {
        var random = new SplittableRandom(seed);
        var useCase = new RecommendInstances(
                catalog,
                ranker(WEIGHTS),
                new RecommendationStores(log, snapshots),
                () -> Offers.OBSERVED,
                () -> new UUID(random.nextLong(), random.nextLong()),
                new Corrections(() -> calibration, () -> Experience.NONE, () -> SpotExposure.NONE),
                new RankerChoice(Mode.AUTO, () -> serving),
                new RecommendSettings(new ExplorationPolicy(0.5), "1.0.0"));
        return assertInstanceOf(RecommendAnswer.Recommended.class, useCase.recommend(request(mode)))
                .recommendation();
    }

    private ReplayAnswer replay(RecommendationStores stores, UUID id) {
        return new ReplayRecommendation(stores, models, loader, ReplayRecommendationTest::ranker, "2.0.0").replay(id);
    }

    private ReplayAnswer replay(Recommendation recommendation) {
        return replay(new RecommendationStores(log, snapshots), recommendation.id());
    }

    private void changeEverything() {
        publish(99);
        calibration = Calibration.of(List.of(Observations.finished("later", 9)));
        serving = new ServingModel.None();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_answered_comes_out_again_after_everything_has_changed(long seed) {
        models.keep(MODEL);
        for (Mode mode : List.of(Mode.HEURISTIC, Mode.LTR, Mode.HYBRID)) {
            publish(seed);
            calibration = Calibration.of(Observations.seeded(seed, 30));
            serving = new ServingModel.Ready(MODEL.card(), "checksum", model());
            Recommendation answered = recommended(seed * 10 + mode.name().length(), mode);
            assertEquals(mode, answered.mode());
            changeEverything();
            assertEquals(new Replayed(answered, List.of(), "1.0.0", "2.0.0"), replay(answered));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_the_group_s_own_runs_taught_is_part_of_it(long seed) {
        publish(seed);
        var runs = Bases.runs(new SplittableRandom(seed), 1 + (int) seed);
        var basis = new Basis(
                WEIGHTS,
                Calibration.of(Observations.seeded(seed, 30)).of(Observations.LORA_7B),
                runs,
                SpotExposure.NONE,
                ExplorationPolicy.NEVER,
                "1.0.0");
        Knowledge knowledge = basis.knowledge(Workloads.lora7b(), new Scoring.ByRule());
        var snapshot = catalog.current().snapshot();
        var order =
                assertInstanceOf(Ranking.Ordered.class, ranker(WEIGHTS).rank(snapshot, request(Mode.AUTO), knowledge));
        Recommendation answered = recommended(seed, Mode.HEURISTIC).rankedAnew(order, ExplorationPolicy.NEVER);
        var other = new InMemoryRecommendationLog();
        other.keep(answered, basis);
        changeEverything();
        assertEquals(
                new Replayed(answered, List.of(), "1.0.0", "2.0.0"),
                replay(new RecommendationStores(other, snapshots), answered.id()));
        var forgetful = new InMemoryRecommendationLog();
        forgetful.keep(
                answered,
                new Basis(WEIGHTS, basis.calibration(), List.of(), SpotExposure.NONE, basis.exploration(), "1.0.0"));
        var differing =
                assertInstanceOf(Replayed.class, replay(new RecommendationStores(forgetful, snapshots), answered.id()));
        assertTrue(!differing.isIdentical(), "without the runs other hours come out");
    }

    @Test
    void what_nobody_kept_is_unknown() {
        assertEquals(new ReplayAnswer.Unknown(), replay(new RecommendationStores(log, snapshots), new UUID(1, 2)));
    }

    @Test
    void a_snapshot_that_is_gone_is_named() {
        publish(1);
        Recommendation answered = recommended(1, Mode.HEURISTIC);
        var refusal = assertInstanceOf(
                NotReplayable.class, replay(new RecommendationStores(log, new InMemorySnapshotStore()), answered.id()));
        assertEquals(Lacking.SNAPSHOT_GONE, refusal.lacking());
        assertTrue(refusal.words().contains(answered.catalogSnapshotId()), refusal.words());
    }

    @Test
    void a_model_that_is_gone_or_cannot_be_loaded_is_named() {
        publish(1);
        serving = new ServingModel.Ready(MODEL.card(), "checksum", model());
        Recommendation answered = recommended(1, Mode.LTR);
        var gone = assertInstanceOf(NotReplayable.class, replay(answered));
        assertEquals(Lacking.MODEL_GONE, gone.lacking());
        models.keep(MODEL);
        loader = _ -> new Loading.Refused("its bytes were changed");
        var refused = assertInstanceOf(NotReplayable.class, replay(answered));
        assertEquals(Lacking.MODEL_UNREADABLE, refused.lacking());
        assertEquals("ranking model v1 cannot be loaded: its bytes were changed", refused.words());
    }

    @Test
    void a_snapshot_in_which_nothing_fits_any_more_differs_at_every_rank() {
        Recommendation answered = Recommendations.seeded(1);
        log.keep(answered, Bases.PLAIN);
        var stores = new RecommendationStores(log, new EmptyShelves());
        var replayed = assertInstanceOf(Replayed.class, replay(stores, answered.id()));
        long ranks = replayed.differences().stream()
                .filter(each -> each.recomputed().equals("nothing"))
                .count();
        assertEquals(answered.recommendations().size(), ranks);
    }

    /// A store that takes every snapshot for an empty one.
    private static final class EmptyShelves implements SnapshotStore {
        @Override
        public void keep(CatalogSnapshot snapshot) {}

        @Override
        public Found find(String id) {
            return new Found.Snapshot(Offers.snapshot(List.of()));
        }

        @Override
        public List<Published> published(Instant before) {
            return List.of();
        }
    }
}
