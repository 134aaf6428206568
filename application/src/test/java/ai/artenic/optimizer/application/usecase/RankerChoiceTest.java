package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.artenic.optimizer.application.contract.Models;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.inmemory.InMemoryStoreHealth;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Samples;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Modes: which ranker answers, and what the answer says of it.
class RankerChoiceTest {
    private static final ServingModel NONE = new ServingModel.None();
    private static final ServingModel BROKEN = new ServingModel.Broken("v9", "cut off");
    private static final ServingModel READY =
            new ServingModel.Ready(Models.accepted("v7").card(), "", new Learning.ByFeature(FeatureSchema.V2, "vcpus"));

    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();

    RankerChoiceTest() {
        Offer small = Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 0);
        Offer large = Offers.gpu("aws", "p4d", Gpus.A100, 8, 40, 0);
        catalog.publish(new PublishedCatalog(Offers.snapshot(List.of(small, large)), List.of(), List.of()));
    }

    private RecommendAnswer answer(Mode configured, ServingModel serving, Mode asked) {
        var useCase = new RecommendInstances(
                catalog,
                new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG),
                new RecommendationStores(new InMemoryRecommendationLog(), new InMemorySnapshotStore()),
                () -> Offers.OBSERVED,
                () -> new UUID(0, 1),
                Corrections.NONE,
                new RankerChoice(configured, () -> serving),
                RecommendSettings.of("1.2.3"));
        return useCase.recommend(new RecommendRequest(
                Workloads.lora7b(), Constraints.NONE, Goal.COST, asked, 5, Optional.empty(), false));
    }

    private Recommendation recommended(Mode configured, ServingModel serving, Mode asked) {
        return ((RecommendAnswer.Recommended) answer(configured, serving, asked)).recommendation();
    }

    private static List<String> order(Recommendation recommendation) {
        return recommendation.recommendations().stream()
                .map(InstanceRecommendation::offer)
                .map(offer -> offer.id().provider().key())
                .toList();
    }

    @Test
    void auto_is_hybrid_once_a_model_serves_and_heuristic_before() {
        Recommendation before = recommended(Mode.AUTO, NONE, Mode.AUTO);
        assertEquals(Mode.HEURISTIC, before.mode());
        assertEquals(Optional.empty(), before.modelVersion());
        assertEquals(List.of(), before.degraded());
        Recommendation after = recommended(Mode.AUTO, READY, Mode.AUTO);
        assertEquals(Mode.HYBRID, after.mode());
        assertEquals(Optional.of("v7"), after.modelVersion());
        assertEquals(List.of(), after.degraded());
        assertNotEquals(order(before), order(after));
    }

    @Test
    void a_mode_asked_for_by_name_is_taken_or_refused_with_the_reason_never_replaced() {
        for (Mode mode : List.of(Mode.LTR, Mode.HYBRID)) {
            assertEquals(mode, recommended(Mode.HEURISTIC, READY, mode).mode());
            assertEquals(new RecommendAnswer.ModelNotAvailable(mode, Optional.empty()), answer(Mode.AUTO, NONE, mode));
            assertEquals(
                    new RecommendAnswer.ModelNotAvailable(mode, Optional.of("ranking model v9 cannot serve: cut off")),
                    answer(Mode.AUTO, BROKEN, mode));
        }
        Recommendation heuristic = recommended(Mode.AUTO, READY, Mode.HEURISTIC);
        assertEquals(Mode.HEURISTIC, heuristic.mode());
        assertEquals(Optional.empty(), heuristic.modelVersion());
    }

    @Test
    void ltr_is_the_models_order_alone() {
        assertEquals(List.of("aws", "gcp"), order(recommended(Mode.AUTO, READY, Mode.LTR)));
    }

    @Test
    void a_broken_model_is_named_in_answers_of_auto_and_leaves_the_heuristic_to_answer() {
        Recommendation answer = recommended(Mode.AUTO, BROKEN, Mode.AUTO);
        assertEquals(Mode.HEURISTIC, answer.mode());
        assertEquals(List.of("ranking model v9 cannot serve: cut off; ranked by rule"), answer.degraded());
        assertEquals(List.of(), recommended(Mode.AUTO, BROKEN, Mode.HEURISTIC).degraded());
    }

    @Test
    void what_auto_stands_for_can_be_configured() {
        assertEquals(
                Mode.HEURISTIC, recommended(Mode.HEURISTIC, READY, Mode.AUTO).mode());
        assertEquals(Mode.LTR, recommended(Mode.LTR, READY, Mode.AUTO).mode());
        assertEquals(Mode.HYBRID, recommended(Mode.HYBRID, READY, Mode.AUTO).mode());
        assertEquals(
                List.of("mode ltr is configured, but no ranking model has been promoted: ranked by rule"),
                recommended(Mode.LTR, NONE, Mode.AUTO).degraded());
    }

    @Test
    void the_status_tells_the_mode_of_now_and_how_far_learning_has_come() {
        var learning = new Learning();
        learning.samples.addAll(Samples.learnable(1, 14));
        var status = new ReportStatus(
                catalog,
                new InMemoryStoreHealth(),
                () -> Offers.OBSERVED,
                new RankerChoice(Mode.AUTO, () -> READY),
                new ReportLearning(learning.stores, learning.settings, () -> READY, () -> Experience.NONE)::report);
        Status now = status.report();
        assertEquals(Mode.HYBRID, now.mode());
        assertEquals(Mode.AUTO, now.configuredMode());
        assertEquals(70, now.learning().state().counts().samples());
        assertEquals(70, now.learning().state().samplesSinceTraining());
        assertEquals(Optional.of("v7"), now.learning().model().map(card -> card.version()));
        learning.isAway = true;
        assertEquals(now.learning(), status.report().learning());
    }

    @Test
    void health_and_status_tell_of_a_broken_model() {
        assertEquals(
                BROKEN,
                new CheckHealth(catalog, new InMemoryStoreHealth(), () -> Offers.OBSERVED, () -> BROKEN)
                        .check()
                        .model());
        var status = new ReportStatus(
                catalog,
                new InMemoryStoreHealth(),
                () -> Offers.OBSERVED,
                new RankerChoice(Mode.AUTO, () -> BROKEN),
                () -> Status.LearningStatus.NONE);
        assertEquals(
                List.of("ranking model v9 cannot serve: cut off; ranked by rule"),
                status.report().degraded());
    }
}
