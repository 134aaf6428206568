package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.application.contract.Preferences;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Models of every kind LightGBM makes, and rows that probe their edges; all from one seed.
final class SeededModels {
    /// Lets categories be split however rare they are.
    static final String EAGER = " min_data_per_group=1 cat_smooth=0.1 min_data_in_bin=1";

    private static final double[] ODD = {
        Double.NaN,
        0.0,
        -0.0,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e-36,
        -1e-36,
        1e-35f,
        -1e-35f,
        1e-34,
        -1e-34,
        -1,
        -0.5,
        0.5,
        39.999,
        41,
        1e9,
        3e9,
        4294967299.0,
        -3e9,
        1e300
    };

    private static final Map<Long, SavedModel> MADE = new ConcurrentHashMap<>();

    private SeededModels() {}

    /// Leaves, features, missing values and kinds of missing as the seed has it.
    static SavedModel any(long seed) throws LGBMException {
        SavedModel known = MADE.get(seed);
        if (known != null) {
            return known;
        }
        SavedModel made = made(seed);
        MADE.put(seed, made);
        return made;
    }

    private static SavedModel made(long seed) throws LGBMException {
        var random = new SplittableRandom(seed);
        var parameters = new TrainingParameters(
                random.nextInt(2, 65),
                random.nextInt(1, 30),
                random.nextDouble(0.02, 0.5),
                random.nextInt(1, 40),
                random.nextInt(3),
                random.nextDouble(0.3, 1),
                random.nextInt(1, 20),
                seed);
        FeatureSchema schema = random.nextBoolean() ? FeatureSchema.V1 : FeatureSchema.V2;
        String more = List.of("", " zero_as_missing=true", " use_missing=false").get(random.nextInt(3));
        TrainingSet set = Preferences.seeded(schema, seed, random.nextInt(20, 80));
        return trained(random.nextInt(3) == 0 ? withoutMissing(set) : set, parameters, EAGER + more);
    }

    static SavedModel trained(TrainingSet set, TrainingParameters parameters, String more) throws LGBMException {
        assertInstanceOf(NativeLibrary.Loaded.class, NativeLibrary.load());
        try (var booster = Booster.open(set, NativeParameters.of(set.schema(), parameters, 1) + more)) {
            for (int round = 0; round < parameters.rounds(); round++) {
                booster.grow();
            }
            return SavedModel.of(set.schema(), booster.text(), "a test");
        }
    }

    static Forest serving(SavedModel saved) {
        Loading loading = new LightGbmModels().load(saved);
        return (Forest) assertInstanceOf(Loading.Loaded.class, loading, loading::toString)
                .model();
    }

    static List<Tree> trees(SavedModel saved) throws NoModelException {
        return ModelText.read(saved.text(), saved.schema());
    }

    /// Rows of ordinary and odd values, and of values on both sides of the model's own thresholds.
    static double[] probes(SavedModel saved, long seed, int rows) throws NoModelException {
        var random = new SplittableRandom(~seed);
        int width = saved.schema().size();
        List<Tree> trees = trees(saved);
        List<List<Double>> thresholds = IntStream.range(0, width)
                .mapToObj(feature -> thresholds(trees, feature))
                .toList();
        double[] probes = new double[rows * width];
        for (int i = 0; i < probes.length; i++) {
            List<Double> own = thresholds.get(i % width);
            probes[i] = switch (random.nextInt(4)) {
                case 0 -> ODD[random.nextInt(ODD.length)];
                case 1 -> own.isEmpty() ? 0 : Math.nextUp(own.get(random.nextInt(own.size())));
                case 2 -> own.isEmpty() ? 1 : own.get(random.nextInt(own.size()));
                default ->
                    saved.schema().features().get(i % width).isCategory()
                            ? random.nextInt(45)
                            : random.nextDouble(-3, 11);
            };
        }
        return probes;
    }

    private static List<Double> thresholds(List<Tree> trees, int feature) {
        return trees.stream()
                .flatMap(tree -> tree.nodes().stream())
                .filter(node -> node.feature() == feature && node.split() instanceof Split.AtMost)
                .map(node -> ((Split.AtMost) node.split()).threshold())
                .toList();
    }

    private static TrainingSet withoutMissing(TrainingSet set) {
        double[] known = Arrays.stream(set.features())
                .map(value -> Double.isNaN(value) ? 1 : value)
                .toArray();
        return new TrainingSet(set.schema(), known, set.labels(), set.weights(), set.groupSizes());
    }
}
