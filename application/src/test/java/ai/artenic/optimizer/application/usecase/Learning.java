package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerTrainer;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.evaluation.PromotionGate;
import ai.artenic.optimizer.domain.evaluation.PromotionRule;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// A learning service in memory, whose trainer always makes a model that ranks by one feature.
final class Learning implements SampleStore, RankerTrainer, RankerLoader {
    final List<Sample> samples = new ArrayList<>();
    final ModelRegistry models = new InMemoryModelRegistry();
    final LearningStores stores;
    final AtomicReference<ServingModel> serving = new AtomicReference<>(new ServingModel.None());
    LearningSettings settings = with(new PromotionGate(50));
    Instant now = Instant.parse("2026-11-25T20:30:00.123456789Z");
    String ranksBy = "gpu_bandwidth_gb_s";
    Optional<String> trainerFault = Optional.empty();
    Optional<String> loaderFault = Optional.empty();
    boolean isAway;
    private long nextId = 1;

    Learning() {
        stores = new LearningStores(this, models, new InMemoryPromotions(models), new InMemoryRetrainRuns(() -> now));
    }

    static LearningSettings with(PromotionRule promotion) {
        return new LearningSettings(50, 20, promotion, LabelPolicy.REGRET, FeatureSchema.V2, 1);
    }

    private UUID id() {
        return new UUID(9, nextId++);
    }

    RetrainAnswer request(boolean isForced) {
        return new RequestRetrain(stores, settings, () -> now, this::id).request(isForced);
    }

    RetrainWhenDue whenDue() {
        return new RetrainWhenDue(stores, settings, () -> now, this::id);
    }

    /// Works at the queued run; it must be there.
    RetrainRun work() {
        var training = new TrainRanker(stores, this, this, settings, () -> now, SplittableRandom::new);
        if (!stores.runs().workAtNext(now, training::train)) {
            throw new AssertionError("no run is queued");
        }
        return stores.runs().newest().orElseThrow();
    }

    RetrainRun train() {
        if (!(request(true) instanceof RetrainAnswer.Queued)) {
            throw new AssertionError("not queued");
        }
        return work();
    }

    RefreshModel refreshing() {
        return new RefreshModel(stores, this, serving::set);
    }

    @Override
    public Counts counts() {
        if (isAway) {
            throw new StoreUnavailableException("away", new IllegalStateException("away"));
        }
        return new Counts(samples.size(), samples.size(), 3, List.of(1L, 2L, 3L, 4L, 5L));
    }

    @Override
    public List<Sample> newest(FeatureSchema schema, int most) {
        return List.copyOf(samples);
    }

    @Override
    public Training train(TrainingSet set, TrainingParameters parameters) {
        return trainerFault
                .<Training>map(Training.Impossible::new)
                .orElseGet(() -> new Training.Trained(SavedModel.of(set.schema(), ranksBy, "fake 1")));
    }

    @Override
    public Loading load(SavedModel model) {
        return loaderFault
                .<Loading>map(Loading.Refused::new)
                .orElseGet(() -> new Loading.Loaded(new ByFeature(model.schema(), model.text())));
    }

    /// Ranks by one feature.
    record ByFeature(FeatureSchema schema, String feature) implements RankingModel {
        @Override
        public void score(double[] rows, int count, double[] scores) {
            for (int row = 0; row < count; row++) {
                scores[row] = rows[row * schema.size() + schema.indexOf(feature)];
            }
        }

        @Override
        public double[] contributions(double[] row) {
            var contributions = new double[schema.size() + 1];
            contributions[schema.indexOf(feature)] = row[schema.indexOf(feature)];
            return contributions;
        }

        @Override
        public double[] gains() {
            var gains = new double[schema.size()];
            gains[schema.indexOf(feature)] = 1;
            return gains;
        }
    }
}
