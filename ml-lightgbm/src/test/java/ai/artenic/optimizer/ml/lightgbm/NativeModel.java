package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.domain.learning.SavedModel;
import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;

/// A saved model in LightGBM itself: what the Java evaluator is compared with.
final class NativeModel implements AutoCloseable {
    private static final String ONE_THREAD = "num_threads=1";

    private final LGBMBooster booster;
    private final int width;

    NativeModel(SavedModel saved) throws LGBMException {
        assertInstanceOf(NativeLibrary.Loaded.class, NativeLibrary.load());
        booster = LGBMBooster.loadModelFromString(saved.text());
        width = saved.schema().size();
    }

    double[] scores(double[] rows) throws LGBMException {
        return predict(rows, PredictionType.C_API_PREDICT_RAW_SCORE);
    }

    /// Of each row the part of each feature and of knowing nothing.
    double[] contributions(double[] rows) throws LGBMException {
        return predict(rows, PredictionType.C_API_PREDICT_CONTRIB);
    }

    double[] gains() throws LGBMException {
        return booster.featureImportance(0, LGBMBooster.FeatureImportanceType.GAIN);
    }

    private double[] predict(double[] rows, PredictionType type) throws LGBMException {
        return booster.predictForMat(rows, rows.length / width, width, true, type, ONE_THREAD);
    }

    @Override
    public void close() throws LGBMException {
        booster.close();
    }
}
