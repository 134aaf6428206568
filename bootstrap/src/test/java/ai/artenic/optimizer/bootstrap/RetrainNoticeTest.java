package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.AfterOutcomes.Retraining;
import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.application.usecase.LearningStores;
import ai.artenic.optimizer.application.usecase.RetrainWhenDue;
import ai.artenic.optimizer.domain.evaluation.PromotionRule;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetrainNoticeTest {
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final InstantSource clock = () -> now;
    private boolean away;
    private int looks;

    private final SampleStore samples = new SampleStore() {
        @Override
        public Counts counts() {
            looks++;
            if (away) {
                throw new StoreUnavailableException("away", new IllegalStateException("away"));
            }
            return new Counts(60, 60, 3, List.of(0L, 0L, 0L, 0L, 60L));
        }

        @Override
        public List<Sample> newest(FeatureSchema schema, int most) {
            return List.of();
        }
    };

    private RetrainNotice notice() {
        var models = new InMemoryModelRegistry();
        var stores =
                new LearningStores(samples, models, new InMemoryPromotions(models), new InMemoryRetrainRuns(clock));
        var settings =
                new LearningSettings(50, 50, new PromotionRule.Always(), LabelPolicy.REGRET, FeatureSchema.V2, 1);
        return new RetrainNotice(new RetrainWhenDue(stores, settings, clock, UUID::randomUUID), clock);
    }

    @Test
    void enough_samples_schedule_one_training() {
        RetrainNotice notice = notice();

        assertEquals(Retraining.SCHEDULED, notice.decide());
        now = now.plusSeconds(2);
        assertEquals(Retraining.NOT_DUE, notice.decide());
    }

    @Test
    void outcomes_by_the_thousand_cost_one_look_a_second() {
        RetrainNotice notice = notice();
        for (int i = 0; i < 1_000; i++) {
            notice.decide();
        }
        assertEquals(1, looks);
    }

    @Test
    void a_store_that_goes_away_after_an_outcome_was_kept_takes_nothing_back() {
        RetrainNotice notice = notice();
        away = true;
        assertEquals(Retraining.NOT_DUE, notice.decide());
    }
}
