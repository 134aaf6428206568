package ai.artenic.optimizer.ml.lightgbm;

import ai.artenic.optimizer.application.port.RankerTrainer;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.ml.lightgbm.NativeLibrary.Loaded;
import ai.artenic.optimizer.ml.lightgbm.NativeLibrary.Unavailable;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.function.Supplier;

/// Trains LambdaMART models with LightGBM. Native memory lives no longer than a call.
public final class LightGbmTrainer implements RankerTrainer {
    private final Supplier<NativeLibrary> library;
    private final int threads;

    /// Trains on one thread: LightGBM's threads wait by spinning, which on busy cores costs ten times what they
    /// save.
    public LightGbmTrainer() {
        this(NativeLibrary::load, 1);
    }

    LightGbmTrainer(Supplier<NativeLibrary> library, int threads) {
        this.library = library;
        this.threads = threads;
    }

    @Override
    public Training train(TrainingSet set, TrainingParameters parameters) {
        if (!hasPairs(set)) {
            return new Training.Impossible("No group of the " + set.groupSizes().length
                    + " has two rows of different relevance, so there is no order to learn");
        }
        return switch (library.get()) {
            case Unavailable(String reason) -> new Training.Impossible(reason);
            case Loaded loaded -> train(set, parameters, "lightgbm4j " + loaded.version());
        };
    }

    private Training train(TrainingSet set, TrainingParameters parameters, String by) {
        try (var booster = Booster.open(set, NativeParameters.of(set.schema(), parameters, threads))) {
            boolean hasSplits = false;
            for (int round = 0; round < parameters.rounds(); round++) {
                hasSplits |= booster.grow();
            }
            return !hasSplits
                    ? new Training.Impossible("No split of the " + set.rows() + " rows gains anything; leaves need "
                            + parameters.rowsInLeafLeast() + " rows")
                    : new Training.Trained(SavedModel.of(set.schema(), booster.text(), by));
        } catch (LGBMException refused) {
            return impossible(refused);
        }
    }

    /// LightGBM's own words, in one line.
    static Training.Impossible impossible(LGBMException refused) {
        String words = String.valueOf(refused.getMessage()).strip().replaceAll("\\s+", " ");
        return new Training.Impossible("LightGBM refused: " + words);
    }

    /// Whether two rows of one group differ in relevance.
    private static boolean hasPairs(TrainingSet set) {
        int first = 0;
        for (int size : set.groupSizes()) {
            for (int row = first + 1; row < first + size; row++) {
                if (set.labels()[row] != set.labels()[first]) {
                    return true;
                }
            }
            first += size;
        }
        return false;
    }
}
