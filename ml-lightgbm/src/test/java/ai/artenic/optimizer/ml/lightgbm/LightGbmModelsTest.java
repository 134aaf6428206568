package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.application.contract.Preferences;
import ai.artenic.optimizer.application.contract.RankerLoaderContract;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;

class LightGbmModelsTest implements RankerLoaderContract {
    private static final SavedModel SAVED = assertInstanceOf(
                    Training.Trained.class,
                    new LightGbmTrainer()
                            .train(
                                    Preferences.seeded(FeatureSchema.V1, 21, 100),
                                    TrainingParameters.forRows(1_200, 21)))
            .model();

    @Override
    public RankerLoader loader() {
        return new LightGbmModels();
    }

    @Override
    public SavedModel saved() {
        return SAVED;
    }
}
