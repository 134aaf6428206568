package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.application.usecase.LearningStores;
import ai.artenic.optimizer.application.usecase.RefreshModel;
import ai.artenic.optimizer.application.usecase.RetrainWhenDue;
import ai.artenic.optimizer.application.usecase.TrainRanker;
import ai.artenic.optimizer.domain.evaluation.PromotionRule;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LearningScheduleTest {
    /// Where memory runs out at every look.
    private static final class Overfull implements SampleStore {
        private final CountDownLatch looks;

        Overfull(CountDownLatch looks) {
            this.looks = looks;
        }

        @Override
        public Counts counts() {
            looks.countDown();
            throw new OutOfMemoryError("a test");
        }

        @Override
        public List<Sample> newest(FeatureSchema schema, int most) {
            return List.of();
        }
    }

    @Test
    void not_even_an_error_ends_the_looks() throws InterruptedException {
        var looks = new CountDownLatch(2);
        var models = new InMemoryModelRegistry();
        InstantSource clock = InstantSource.system();
        var runs = new InMemoryRetrainRuns(clock);
        var stores = new LearningStores(new Overfull(looks), models, new InMemoryPromotions(models), runs);
        var settings =
                new LearningSettings(50, 50, new PromotionRule.Always(), LabelPolicy.REGRET, FeatureSchema.V2, 1);
        var work = new LearningSchedule.Work(
                new RefreshModel(stores, _ -> new Loading.Refused("a test"), _ -> {}),
                new RetrainWhenDue(stores, settings, clock, UUID::randomUUID),
                runs,
                new TrainRanker(
                        stores,
                        (_, _) -> new Training.Impossible("a test"),
                        _ -> new Loading.Refused("a test"),
                        settings,
                        clock,
                        SplittableRandom::new),
                clock);
        try (var _ = LearningSchedule.start(work)) {
            assertTrue(looks.await(30, TimeUnit.SECONDS), "the next look comes");
        }
    }
}
