package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.usecase.FindRetrain;
import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.application.usecase.LearningStores;
import ai.artenic.optimizer.application.usecase.ListModels;
import ai.artenic.optimizer.application.usecase.PromoteModel;
import ai.artenic.optimizer.application.usecase.RefreshModel;
import ai.artenic.optimizer.application.usecase.ReportMetrics;
import ai.artenic.optimizer.application.usecase.RequestRetrain;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.evaluation.PromotionGate;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// A learning service in memory with so many samples, whose models score all rows alike.
final class TestLearning implements SampleStore, RankerLoader {
    static final UUID RUN = new UUID(3, 3);

    final ModelRegistry models = new InMemoryModelRegistry();
    final AtomicReference<ServingModel> serving = new AtomicReference<>(new ServingModel.None());
    final LearningStores stores = new LearningStores(
            this, models, new InMemoryPromotions(models), new InMemoryRetrainRuns(() -> TestApi.START));
    final LearningSettings settings =
            new LearningSettings(50, 20, new PromotionGate(50), LabelPolicy.REGRET, FeatureSchema.V2, 1);
    final RefreshModel refreshing = new RefreshModel(stores, this, serving::set);
    long samples;

    LearningUseCases useCases(InstantSource clock) {
        return new LearningUseCases(
                new RequestRetrain(stores, settings, clock, () -> RUN),
                new FindRetrain(stores),
                new ListModels(stores),
                new PromoteModel(stores, this, refreshing, clock),
                new ReportMetrics(
                        stores, serving::get, () -> Calibration.of(List.of(Observations.finished("job-1", 2)))));
    }

    @Override
    public Counts counts() {
        return new Counts(samples + 1, samples, 12, List.of(1L, 2L, 3L, 4L, 5L));
    }

    @Override
    public List<Sample> newest(FeatureSchema schema, int most) {
        return List.of();
    }

    /// Models of an earlier schema are strangers here.
    @Override
    public Loading load(SavedModel model) {
        return model.schema() == FeatureSchema.V2
                ? new Loading.Loaded(new Indifferent(model.schema()))
                : new Loading.Refused("it is a stranger");
    }

    private record Indifferent(FeatureSchema schema) implements RankingModel {
        @Override
        public void score(double[] rows, int count, double[] scores) {}

        @Override
        public double[] contributions(double[] row) {
            return new double[schema.size() + 1];
        }

        @Override
        public double[] gains() {
            return new double[schema.size()];
        }
    }
}
