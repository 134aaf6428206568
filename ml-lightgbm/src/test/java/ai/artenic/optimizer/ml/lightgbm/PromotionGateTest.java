package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.application.usecase.LearningStores;
import ai.artenic.optimizer.application.usecase.TrainRanker;
import ai.artenic.optimizer.domain.evaluation.PromotionGate;
import ai.artenic.optimizer.domain.fixture.Samples;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// How often the gate errs, with real models: 100 trainings each way, of 70 groups of five jobs.
class PromotionGateTest {
    private static final int TRAININGS = 100;
    private static final int GROUPS = 70;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T20:30:00Z"));

    private static boolean isPromoted(long seed, List<Sample> samples) {
        var models = new InMemoryModelRegistry();
        var stores = new LearningStores(
                store(samples), models, new InMemoryPromotions(models), new InMemoryRetrainRuns(CLOCK));
        var settings = new LearningSettings(
                50, 50, new PromotionGate(PromotionGate.DEFAULT_GROUPS), LabelPolicy.REGRET, FeatureSchema.V2, seed);
        var training = new TrainRanker(
                stores, new LightGbmTrainer(), new LightGbmModels(), settings, CLOCK, SplittableRandom::new);
        RetrainRun run = training.train(RetrainRun.queued(new UUID(0, seed), true, CLOCK.instant()));
        assertTrue(run.status() != Status.FAILED, run::toString);
        return run.status() == Status.SUCCEEDED;
    }

    private static SampleStore store(List<Sample> samples) {
        return new SampleStore() {
            @Override
            public Counts counts() {
                return new Counts(samples.size(), samples.size(), GROUPS, Counts.NONE.byLabel());
            }

            @Override
            public List<Sample> newest(FeatureSchema schema, int most) {
                return samples;
            }
        };
    }

    @Test
    void of_a_hundred_models_of_shuffled_outcomes_at_most_five_are_promoted() {
        long promoted = LongStream.rangeClosed(1, TRAININGS)
                .parallel()
                .filter(seed -> isPromoted(seed, Samples.shuffled(Samples.learnable(seed, GROUPS), seed)))
                .count();
        assertTrue(promoted <= 5, promoted + " promoted");
    }

    @Test
    void of_a_hundred_models_of_clean_preferences_at_least_ninety_are_promoted() {
        long promoted = LongStream.rangeClosed(1, TRAININGS)
                .parallel()
                .filter(seed -> isPromoted(seed, Samples.learnable(seed, GROUPS)))
                .count();
        assertTrue(promoted >= 90, promoted + " promoted");
    }
}
