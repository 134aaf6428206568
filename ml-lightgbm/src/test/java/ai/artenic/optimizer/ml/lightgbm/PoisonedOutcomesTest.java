package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.application.usecase.LearningStores;
import ai.artenic.optimizer.application.usecase.RefreshModel;
import ai.artenic.optimizer.application.usecase.TrainRanker;
import ai.artenic.optimizer.domain.evaluation.PromotionGate;
import ai.artenic.optimizer.domain.evaluation.RankingJudge;
import ai.artenic.optimizer.domain.evaluation.ScoredGroup;
import ai.artenic.optimizer.domain.fixture.Samples;
import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.LabelledGroups;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What outcomes that are nonsense, or lies, do to real models, judged on clean groups that no training saw.
///
/// The gate judges by outcomes, so it cannot tell a lie that is told everywhere: where one job in five reports the
/// opposite ending, the order stays better than the heuristic's, but first choices fail more often than its.
class PoisonedOutcomesTest {
    private static final int GROUPS = 70;
    private static final long SEEDS = 8;
    private static final int ONE_IN = 5;
    private static final int ATTACKERS_JOBS = 600;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T20:30:00Z"));

    private final List<Sample> samples = new ArrayList<>();
    private final InMemoryModelRegistry models = new InMemoryModelRegistry();
    private final LearningStores stores = new LearningStores(
            new Known(samples), models, new InMemoryPromotions(models), new InMemoryRetrainRuns(CLOCK));
    private final AtomicReference<ServingModel> serving = new AtomicReference<>(new ServingModel.None());
    private final RefreshModel refreshing = new RefreshModel(stores, new LightGbmModels(), serving::set);

    private record Known(List<Sample> samples) implements SampleStore {
        @Override
        public Counts counts() {
            return new Counts(samples.size(), samples.size(), GROUPS, Counts.NONE.byLabel());
        }

        @Override
        public List<Sample> newest(FeatureSchema schema, int most) {
            return List.copyOf(samples);
        }
    }

    /// What is wrong with the outcomes.
    enum Poison {
        /// One in five costs a million times what it did.
        COSTS,
        /// One in five failed where it succeeded, and succeeded for next to nothing where it failed.
        ENDINGS,
        /// One workload has ten times the jobs of any other, of which the dearest are told to be the cheapest.
        ONE_GROUP;

        List<Sample> into(List<Sample> clean) {
            var poisoned = new ArrayList<Sample>();
            for (int i = 0; i < clean.size(); i++) {
                Sample sample = clean.get(i);
                boolean isHit = i % ONE_IN == 0;
                poisoned.add(
                        switch (this) {
                            case COSTS -> isHit ? costing(sample, 1e6) : sample;
                            case ENDINGS -> isHit ? ended(sample) : sample;
                            case ONE_GROUP -> sample;
                        });
            }
            if (this == ONE_GROUP) {
                attack(clean, poisoned);
            }
            return poisoned;
        }

        private static void attack(List<Sample> clean, List<Sample> poisoned) {
            for (int i = 0; i < ATTACKERS_JOBS; i++) {
                Sample like = inverted(clean.get(i % clean.size()));
                poisoned.add(new Sample(
                        "attack-" + i,
                        like.recommendationId(),
                        Samples.group(GROUPS),
                        like.features(),
                        like.outcomeLabel(),
                        like.relativeCost(),
                        like.recordedAt()));
            }
        }

        private static Sample costing(Sample sample, double factor) {
            return sample.relativeCost().isPresent()
                    ? with(sample, OptionalDouble.of(sample.relativeCost().getAsDouble() * factor))
                    : sample;
        }

        private static Sample ended(Sample sample) {
            return with(sample, sample.relativeCost().isPresent() ? OptionalDouble.empty() : OptionalDouble.of(0.01));
        }

        private static Sample inverted(Sample sample) {
            return with(
                    sample,
                    OptionalDouble.of(
                            sample.relativeCost().isPresent()
                                    ? 1 / sample.relativeCost().getAsDouble()
                                    : 0.01));
        }

        private static Sample with(Sample sample, OptionalDouble relativeCost) {
            return new Sample(
                    sample.jobId(),
                    sample.recommendationId(),
                    sample.queryId(),
                    sample.features(),
                    Optional.of(relativeCost.isPresent() ? new RelevanceLabel(2) : RelevanceLabel.FAILED),
                    relativeCost,
                    sample.recordedAt());
        }
    }

    private RetrainRun train(List<Sample> known, long seed) {
        samples.clear();
        samples.addAll(known);
        var settings = new LearningSettings(
                50, 50, new PromotionGate(PromotionGate.DEFAULT_GROUPS), LabelPolicy.REGRET, FeatureSchema.V2, seed);
        var training = new TrainRanker(
                stores, new LightGbmTrainer(), new LightGbmModels(), settings, CLOCK, SplittableRandom::new);
        RetrainRun run = training.train(RetrainRun.queued(new UUID(0, seed), true, CLOCK.instant()));
        assertTrue(run.status() != Status.FAILED, run::toString);
        assertEquals(Optional.empty(), refreshing.refresh());
        return run;
    }

    /// The serving model on clean groups of a seed that no training saw.
    private HeldOutMetrics judged() {
        var model = assertInstanceOf(ServingModel.Ready.class, serving.get()).model();
        LabelledGroups groups = LabelledGroups.of(Samples.learnable(1_000, 200), LabelPolicy.REGRET);
        List<ScoredGroup> held = groups.telling().stream()
                .map(group -> {
                    var scores = new double[group.rows().size()];
                    model.score(LabelledGroups.features(FeatureSchema.V2, group.rows()), scores.length, scores);
                    return new ScoredGroup(group, scores);
                })
                .toList();
        return RankingJudge.judge(groups.count(), held, new SplittableRandom(1));
    }

    /// Judges what is promoted of the poisoned outcomes of each seed.
    private void judgePromoted(Poison poison, BiConsumer<HeldOutMetrics, String> assertion) {
        LongStream.rangeClosed(1, SEEDS).forEach(seed -> {
            RetrainRun run = train(poison.into(Samples.learnable(seed, GROUPS)), seed);
            if (run.status() == Status.SUCCEEDED) {
                HeldOutMetrics metrics = judged();
                assertion.accept(metrics, poison + " of seed " + seed + ", " + run.reason() + ": " + metrics);
            }
        });
    }

    private static void assertNoWorseOrder(HeldOutMetrics metrics, String told) {
        assertTrue(metrics.model().ndcgAt5() >= metrics.heuristic().ndcgAt5(), told);
    }

    private static void assertNoDearerChoice(HeldOutMetrics metrics, String told) {
        assertTrue(metrics.model().meanRegret() <= metrics.heuristic().meanRegret(), told);
    }

    @ParameterizedTest
    @EnumSource
    void a_model_of_poisoned_outcomes_is_refused_or_orders_clean_groups_no_worse_than_the_heuristic(Poison poison) {
        judgePromoted(poison, PoisonedOutcomesTest::assertNoWorseOrder);
    }

    @ParameterizedTest
    @EnumSource(names = {"COSTS", "ONE_GROUP"})
    void neither_absurd_costs_nor_one_workload_of_lies_makes_first_choices_dearer_than_the_heuristics(Poison poison) {
        judgePromoted(poison, PoisonedOutcomesTest::assertNoDearerChoice);
    }

    @Test
    void the_model_that_serves_stays_while_one_of_nonsense_is_refused_and_learning_goes_on_after_it() {
        RetrainRun good = train(Samples.learnable(1, GROUPS), 1);
        assertEquals(Status.SUCCEEDED, good.status(), good::toString);
        RetrainRun nonsense = train(Samples.shuffled(Poison.COSTS.into(Samples.learnable(1, GROUPS)), 2), 2);
        assertEquals(Status.REJECTED, nonsense.status(), nonsense::toString);
        assertEquals(good.modelVersion(), version());
        assertNoWorseOrder(judged(), "after nonsense");
        assertNoDearerChoice(judged(), "after nonsense");
        RetrainRun later = train(Samples.learnable(3, GROUPS), 3);
        assertEquals(Status.SUCCEEDED, later.status(), later::toString);
        assertEquals(later.modelVersion(), version());
    }

    private Optional<String> version() {
        return Optional.of(
                assertInstanceOf(ServingModel.Ready.class, serving.get()).card().version());
    }
}
