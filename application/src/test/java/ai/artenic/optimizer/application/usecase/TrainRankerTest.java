package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.domain.evaluation.PromotionRule;
import ai.artenic.optimizer.domain.fixture.Samples;
import ai.artenic.optimizer.domain.learning.FeatureGain;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainRankerTest {
    private final Learning learning = new Learning();

    TrainRankerTest() {
        learning.samples.addAll(Samples.learnable(1, 70));
    }

    private ModelCard card(RetrainRun run) {
        return assertInstanceOf(
                        Found.Model.class,
                        learning.models.find(run.modelVersion().orElseThrow()))
                .model()
                .card();
    }

    @Test
    void a_model_that_ranks_by_what_counts_passes_the_gate_and_is_promoted() {
        RetrainRun run = learning.train();
        assertEquals(Status.SUCCEEDED, run.status(), run.reason().toString());
        ModelCard card = card(run);
        assertTrue(card.version().matches("20261125T203000Z-[0-9a-f]{8}"), card.version());
        assertEquals(run.modelVersion(), Optional.of(card.version()));
        assertEquals(run.reason(), Optional.of(card.reason()));
        assertTrue(card.isAccepted());
        assertEquals(350, card.window().samples());
        assertEquals(350, card.window().samplesEver());
        assertEquals(70, card.window().groups());
        assertEquals(70, card.metrics().queryCount());
        assertTrue(card.metrics().gainLow() > 0);
        assertEquals(List.of(new FeatureGain("gpu_bandwidth_gb_s", 1)), card.gains());
        assertEquals(
                card.version(),
                learning.stores.promotions().newest(1).getFirst().version());
    }

    @Test
    void a_model_that_is_no_better_is_kept_and_not_promoted() {
        learning.ranksBy = "vcpus";
        RetrainRun run = learning.train();
        assertEquals(Status.REJECTED, run.status());
        assertFalse(card(run).isAccepted());
        assertTrue(
                run.reason().orElseThrow().startsWith("not promoted, as "),
                run.reason().toString());
        assertTrue(learning.stores.promotions().newest(1).isEmpty());
    }

    @Test
    void equal_trainings_within_one_second_make_versions_in_their_order() {
        String first = learning.train().modelVersion().orElseThrow();
        String second = learning.train().modelVersion().orElseThrow();
        assertTrue(first.compareTo(second) < 0, first + " " + second);
        assertEquals(first.substring(16), second.substring(16));
    }

    @Test
    void by_the_rule_without_a_gate_any_model_is_promoted() {
        learning.settings = Learning.with(new PromotionRule.Always());
        learning.ranksBy = "vcpus";
        assertEquals(Status.SUCCEEDED, learning.train().status());
        assertEquals(1, learning.stores.promotions().newest(9).size());
    }

    @Test
    void a_model_whose_newest_groups_contradict_it_is_refused() {
        learning.samples.clear();
        learning.samples.addAll(Samples.learnable(1, 56));
        // the newest fifth: the best of the feature the model ranks by is the dearest
        Samples.learnable(2, 14).stream()
                .map(sample -> Samples.succeeded(
                        "new-" + sample.jobId(),
                        (int) sample.queryId().value().getLeastSignificantBits() + 100,
                        Math.pow(sample.features().value("gpu_bandwidth_gb_s"), 3),
                        Map.of(
                                "gpu_bandwidth_gb_s",
                                sample.features().value("gpu_bandwidth_gb_s"),
                                "cost_efficiency_score",
                                -sample.features().value("gpu_bandwidth_gb_s"))))
                .forEach(learning.samples::add);
        RetrainRun run = learning.train();
        assertEquals(Status.REJECTED, run.status());
        assertTrue(run.reason().orElseThrow().contains("the newest groups are ranked worse"), run.toString());
    }

    @Test
    void where_nothing_can_be_trained_the_run_fails_with_the_reason() {
        learning.trainerFault = Optional.of("no library");
        RetrainRun run = learning.train();
        assertEquals(Status.FAILED, run.status());
        assertEquals(Optional.of("no library"), run.reason());
        assertEquals(Optional.empty(), run.modelVersion());
    }

    @Test
    void a_model_that_could_not_serve_is_not_kept() {
        learning.loaderFault = Optional.of("foreign");
        assertEquals(
                Optional.of("What was trained cannot serve: foreign"),
                learning.train().reason());
        assertTrue(learning.models.newest(1).isEmpty());
    }

    @Test
    void samples_that_went_missing_since_the_request_are_too_few() {
        learning.request(true);
        learning.samples.subList(0, 320).clear();
        assertEquals(
                Optional.of("A model of schema v2 needs 50 samples, there are 30"),
                learning.work().reason());
    }
}
