package ai.artenic.optimizer.ml.lightgbm;

import ai.artenic.optimizer.domain.learning.TrainingSet;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

/// A model in training, in native memory, with its data: the only owner of both. The library crashes the JVM if
/// it trains on closed data or is closed while it works; here the data live as long as the model, calls take
/// turns, and after [#close()] nothing reaches the library.
final class Booster implements AutoCloseable {
    private final LGBMDataset data;
    private final LGBMBooster model;
    private boolean isClosed;

    private Booster(LGBMDataset data, String parameters) throws LGBMException {
        this.data = data;
        this.model = LGBMBooster.create(data, parameters);
    }

    /// @throws LGBMException with LightGBM's own words, if it will not have the data or the parameters
    static Booster open(TrainingSet set, String parameters) throws LGBMException {
        LGBMDataset data = LGBMDataset.createFromMat(
                set.features(), set.rows(), set.schema().size(), true, parameters, null);
        try {
            data.setFeatureNames(set.schema().names().toArray(String[]::new));
            data.setField("label", floats(set.labels()));
            data.setField("weight", floats(set.weights()));
            data.setField("group", set.groupSizes());
            return new Booster(data, parameters);
        } catch (LGBMException refused) {
            data.close();
            throw refused;
        }
    }

    /// Grows one tree.
    ///
    /// @return whether it has a split; if not, a later tree, which may use other features, may have one
    synchronized boolean grow() throws LGBMException {
        requireOpen();
        return !model.updateOneIter();
    }

    /// The model in LightGBM's text format.
    synchronized String text() throws LGBMException {
        requireOpen();
        return model.saveModelToString(0, 0, FeatureImportanceType.GAIN);
    }

    @Override
    public synchronized void close() throws LGBMException {
        if (!isClosed) {
            isClosed = true;
            try (data) {
                model.close();
            }
        }
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("the booster is closed");
        }
    }

    private static float[] floats(int[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = numbers[i];
        }
        return floats;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
