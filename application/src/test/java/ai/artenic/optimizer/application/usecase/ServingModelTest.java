package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.evaluation.PromotionRule;
import ai.artenic.optimizer.domain.fixture.Samples;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.ServingModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which model serves: the promoted one, if it can.
class ServingModelTest {
    private final Learning learning = new Learning();
    private Optional<Found> stored = Optional.empty();
    private boolean isAway;

    ServingModelTest() {
        learning.settings = Learning.with(new PromotionRule.Always());
        learning.samples.addAll(Samples.learnable(1, 20));
    }

    private String trained() {
        learning.now = learning.now.plusSeconds(1);
        return learning.train().modelVersion().orElseThrow();
    }

    /// The registry, but for what the test says is stored.
    private LearningStores stores() {
        var registry = new ModelRegistry() {
            @Override
            public void keep(ModelVersion model) {
                learning.models.keep(model);
            }

            @Override
            public Found find(String version) {
                if (isAway) {
                    throw new StoreUnavailableException("away", new IllegalStateException("away"));
                }
                return stored.orElseGet(() -> learning.models.find(version));
            }

            @Override
            public List<ModelCard> newest(int most) {
                return learning.models.newest(most);
            }

            @Override
            public List<ModelCard> before(String version, int most) {
                return learning.models.before(version, most);
            }
        };
        return new LearningStores(learning, registry, learning.stores.promotions(), learning.stores.runs());
    }

    private RefreshModel refreshing() {
        return new RefreshModel(stores(), learning, learning.serving::set);
    }

    private String serving() {
        return assertInstanceOf(ServingModel.Ready.class, learning.serving.get())
                .card()
                .version();
    }

    @Test
    void before_the_first_promotion_there_is_none() {
        assertEquals(Optional.empty(), refreshing().refresh());
        assertEquals(new ServingModel.None(), learning.serving.get());
    }

    @Test
    void a_promotion_serves_after_the_next_look_and_an_earlier_model_can_be_promoted_again() {
        RefreshModel refreshing = refreshing();
        refreshing.refresh();
        String first = trained();
        refreshing.refresh();
        assertEquals(first, serving());
        learning.ranksBy = "vcpus";
        String second = trained();
        refreshing.refresh();
        assertEquals(second, serving());
        var promoting = new PromoteModel(stores(), learning, refreshing, () -> learning.now);
        var promoted = assertInstanceOf(PromoteAnswer.Promoted.class, promoting.promote(first));
        assertEquals("promoted by an operator", promoted.promotion().reason());
        assertEquals(first, serving());
        ListModels.Models models = new ListModels(learning.stores).list(Optional.empty(), 10);
        assertEquals(
                List.of(second, first),
                models.cards().stream().map(ModelCard::version).toList());
        assertEquals(
                List.of(false, true),
                models.cards().stream().map(models::isPromoted).toList());
        ListModels.Models newest = new ListModels(learning.stores).list(Optional.empty(), 1);
        assertEquals(models.cards().subList(0, 1), newest.cards());
        assertEquals(Optional.of(second), newest.next());
        ListModels.Models last = new ListModels(learning.stores).list(newest.next(), 1);
        assertEquals(models.cards().subList(1, 2), last.cards());
        assertEquals(Optional.empty(), last.next());
    }

    @Test
    void while_the_store_is_away_the_last_known_model_stays() {
        RefreshModel refreshing = refreshing();
        String first = trained();
        refreshing.refresh();
        trained();
        isAway = true;
        assertEquals(Optional.of("away"), refreshing.refresh());
        assertEquals(first, serving());
        isAway = false;
        assertEquals(Optional.empty(), refreshing.refresh());
    }

    @Test
    void a_model_that_cannot_serve_is_broken_with_its_reason_until_it_is_repaired() {
        String version = trained();
        RefreshModel refreshing = refreshing();
        for (Found found : List.of(new Found.Absent(), new Found.Unreadable("cut off"))) {
            stored = Optional.of(found);
            look(refreshing);
            assertEquals(
                    version,
                    assertInstanceOf(ServingModel.Broken.class, learning.serving.get())
                            .version());
        }
        stored = Optional.empty();
        learning.loaderFault = Optional.of("a stranger");
        look(refreshing);
        assertEquals(new ServingModel.Broken(version, "a stranger"), learning.serving.get());
        learning.loaderFault = Optional.empty();
        look(refreshing);
        assertEquals(version, serving());
    }

    private static void look(RefreshModel refreshing) {
        for (int i = 0; i < RefreshModel.LOOKS_PER_READING; i++) {
            refreshing.refresh();
        }
    }

    @Test
    void a_model_that_was_changed_where_it_is_kept_serves_no_longer() {
        String version = trained();
        RefreshModel refreshing = refreshing();
        refreshing.refresh();
        ServingModel before = learning.serving.get();
        look(refreshing);
        assertSame(before, learning.serving.get());
        var kept = assertInstanceOf(Found.Model.class, learning.models.find(version))
                .model();
        SavedModel saved = kept.model();
        stored = Optional.of(new Found.Model(new ModelVersion(
                kept.card(), new SavedModel(saved.schema(), "vcpus", saved.checksum(), saved.library()))));
        learning.loaderFault = Optional.of("not what was trained");
        look(refreshing);
        assertEquals(new ServingModel.Broken(version, "not what was trained"), learning.serving.get());
    }

    @Test
    void a_model_that_is_not_known_or_cannot_serve_is_not_promoted() {
        String version = trained();
        var promoting = new PromoteModel(stores(), learning, refreshing(), () -> learning.now);
        assertEquals(new PromoteAnswer.UnknownVersion(), promoting.promote("nobody"));
        stored = Optional.of(new Found.Unreadable("cut off"));
        assertEquals(new PromoteAnswer.CannotServe("cut off"), promoting.promote(version));
        stored = Optional.empty();
        learning.loaderFault = Optional.of("a stranger");
        assertEquals(new PromoteAnswer.CannotServe("a stranger"), promoting.promote(version));
        assertEquals(1, learning.stores.promotions().newest(9).size());
    }

    @Test
    void the_metrics_are_of_the_serving_model_or_else_of_the_newest() {
        var reporting = new ReportMetrics(learning.stores, learning.serving::get, () -> Calibration.NONE);
        assertTrue(reporting.report().card().isEmpty());
        String first = trained();
        assertEquals(Optional.of(first), reporting.report().card().map(ModelCard::version));
        refreshing().refresh();
        learning.ranksBy = "vcpus";
        trained();
        RankerMetrics metrics = reporting.report();
        assertEquals(Optional.of(first), metrics.card().map(ModelCard::version));
        assertTrue(metrics.isServing());
        assertEquals(100, metrics.counts().samples());
    }
}
