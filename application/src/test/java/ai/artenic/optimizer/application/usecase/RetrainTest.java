package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.usecase.RetrainWhenDue.Due;
import ai.artenic.optimizer.domain.evaluation.PromotionGate;
import ai.artenic.optimizer.domain.fixture.Samples;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// When a training is queued: by request, or by itself.
class RetrainTest {
    private final Learning learning = new Learning();

    private void samples(int count) {
        learning.samples.clear();
        learning.samples.addAll(Samples.learnable(1, 100).subList(0, count));
    }

    @Test
    void fewer_samples_than_the_least_train_nothing_not_even_by_force() {
        samples(49);
        assertEquals(new RetrainAnswer.TooFewSamples(49, 50), learning.request(false));
        assertEquals(new RetrainAnswer.TooFewSamples(49, 50), learning.request(true));
        assertEquals(Due.NOT_DUE, learning.whenDue().check());
    }

    @Test
    void the_first_model_needs_the_least_samples_only() {
        samples(50);
        assertEquals(Due.SCHEDULED, learning.whenDue().check());
    }

    @Test
    void while_a_run_is_not_over_another_request_is_told_which_and_none_comes_by_itself() {
        samples(60);
        var queued = assertInstanceOf(RetrainAnswer.Queued.class, learning.request(false));
        assertEquals(new RetrainAnswer.InProgress(queued.run()), learning.request(true));
        assertEquals(Due.NOT_DUE, learning.whenDue().check());
    }

    @Test
    void a_later_model_needs_enough_new_samples_whether_the_last_was_promoted_or_not() {
        samples(60);
        assertEquals(Status.REJECTED, learning.train().status());
        samples(79);
        assertEquals(new RetrainAnswer.TooFewNewSamples(19, 20), learning.request(false));
        assertEquals(Due.NOT_DUE, learning.whenDue().check());
        samples(80);
        learning.now = learning.now.plusSeconds(1);
        assertEquals(Due.SCHEDULED, learning.whenDue().check());
        learning.work();
        assertInstanceOf(RetrainAnswer.TooFewNewSamples.class, learning.request(false));
        assertInstanceOf(RetrainAnswer.Queued.class, learning.request(true));
    }

    @Test
    void a_training_that_failed_is_tried_again_with_more_samples_or_after_ten_minutes() {
        samples(60);
        learning.trainerFault = Optional.of("no library");
        RetrainWhenDue whenDue = learning.whenDue();
        assertEquals(Due.SCHEDULED, whenDue.check());
        learning.work();
        learning.now = learning.now.plusSeconds(16);
        assertEquals(Due.NOT_DUE, whenDue.check());
        samples(61);
        assertEquals(Due.SCHEDULED, whenDue.check());
        learning.work();
        learning.now = learning.now.plusSeconds(14);
        samples(62);
        assertEquals(Due.NOT_DUE, whenDue.check());
        samples(61);
        learning.now = learning.now.plus(Duration.ofMinutes(10));
        assertEquals(Due.SCHEDULED, whenDue.check());
    }

    @Test
    void a_run_is_found_with_the_card_of_the_model_that_came_of_it() {
        samples(60);
        RetrainRun run = learning.train();
        FindRetrain finding = new FindRetrain(learning.stores);
        FindRetrain.Retrain found = finding.find(run.id()).orElseThrow();
        assertEquals(run, found.run());
        assertEquals(run.modelVersion(), found.card().map(card -> card.version()));
        assertTrue(finding.find(new UUID(0, 0)).isEmpty());
    }

    @Test
    void settings_need_samples() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new LearningSettings(1, 1, new PromotionGate(1), LabelPolicy.REGRET, FeatureSchema.V2, 1));
    }
}
