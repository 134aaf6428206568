package ai.artenic.optimizer.benchmarks;

import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.ml.lightgbm.LightGbmTrainer;
import ai.artenic.optimizer.ml.lightgbm.NativeLibrary;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Training on 1,000 groups of 20 rows, 100 trees of 15 leaves: through our trainer, and by the same calls of
/// LightGBM with nothing of ours around them. The ratio of the two is the claim (at most 1.15).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 8)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
public class TrainingBenchmark {
    private static final TrainingParameters PARAMETERS = new TrainingParameters(15, 20, 0.05, 100, 5, 0.8, 8, 1);
    private static final String NATIVE = "objective=lambdarank label_gain=0,1,3,7,15 lambdarank_truncation_level=8"
            + " num_leaves=15 min_data_in_leaf=20 learning_rate=0.05 lambda_l2=5 feature_fraction=0.8 seed=1"
            + " monotone_constraints=0,0,0,0,0,0,0,0,0,0,0,0,0,0,-1,-1,0,0,0,-1,1,0,0,1"
            + " categorical_feature=4,6,13,17 deterministic=true force_row_wise=true feature_pre_filter=false"
            + " num_threads=1 verbosity=-1";

    private final TrainingSet set = SeededPreferences.groups(1, 1_000);
    private final float[] labels = new float[set.rows()];
    private final float[] weights = new float[set.rows()];

    /// Made by JMH.
    public TrainingBenchmark() {}

    /// Loads the library and lays the labels out as LightGBM takes them.
    @Setup
    public void prepare() {
        if (NativeLibrary.load() instanceof NativeLibrary.Unavailable(String reason)) {
            throw new IllegalStateException(reason);
        }
        for (int row = 0; row < labels.length; row++) {
            labels[row] = set.labels()[row];
            weights[row] = (float) set.weights()[row];
        }
    }

    /// Our trainer.
    @Benchmark
    public Training trainer() {
        return new LightGbmTrainer().train(set, PARAMETERS);
    }

    /// LightGBM alone.
    @Benchmark
    public String lightgbm() throws LGBMException {
        int width = set.schema().size();
        try (var data = LGBMDataset.createFromMat(set.features(), set.rows(), width, true, NATIVE, null)) {
            data.setField("label", labels);
            data.setField("weight", weights);
            data.setField("group", set.groupSizes());
            try (var booster = LGBMBooster.create(data, NATIVE)) {
                for (int round = 0; round < PARAMETERS.rounds(); round++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
            }
        }
    }
}
