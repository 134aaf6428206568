package ai.artenic.optimizer.ml.lightgbm;

import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.domain.learning.SavedModel;

/// Makes LambdaMART models of LightGBM serve, without LightGBM: no native code runs, here or in scoring.
public final class LightGbmModels implements RankerLoader {
    /// Keeps nothing.
    public LightGbmModels() {}

    @Override
    public Loading load(SavedModel model) {
        if (!model.isIntact()) {
            return new Loading.Refused(
                    "The text of the model is not what was trained: its SHA-256 is not " + model.checksum());
        }
        try {
            var trees = ModelText.read(model.text(), model.schema());
            return new Loading.Loaded(Forest.of(model.schema(), trees));
        } catch (NoModelException refused) {
            return new Loading.Refused(String.valueOf(refused.getMessage()));
        }
    }
}
