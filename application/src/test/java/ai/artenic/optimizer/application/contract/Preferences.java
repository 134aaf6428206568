package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Training sets with a taste that can be learned: cheap candidates with memory to spare and of an even provider
/// are preferred, more or less.
public final class Preferences {
    /// Rows of each group.
    public static final int ROWS = 12;

    private static final int CATEGORIES = 40;
    private static final int PRICE = FeatureSchema.V1.indexOf("price_per_hour");
    private static final int HEADROOM = FeatureSchema.V1.indexOf("gpu_memory_headroom");
    private static final int PROVIDER = FeatureSchema.V1.indexOf("provider_id");

    private Preferences() {}

    /// Groups of twelve rows; one value in six is zero, one in ten missing.
    public static TrainingSet seeded(FeatureSchema schema, long seed, int groups) {
        var random = new SplittableRandom(seed);
        int rows = groups * ROWS;
        double[] features = new double[rows * schema.size()];
        int[] labels = new int[rows];
        double[] weights = new double[rows];
        int[] groupSizes = new int[groups];
        Arrays.fill(groupSizes, ROWS);
        for (int row = 0; row < rows; row++) {
            int first = row * schema.size();
            for (int i = 0; i < schema.size(); i++) {
                features[first + i] = value(schema, i, random);
            }
            labels[row] = label(features, first, random);
            weights[row] = 0.5 + random.nextDouble();
        }
        return new TrainingSet(schema, features, labels, weights, groupSizes);
    }

    /// The same rows with labels dealt out anew, as if there were no taste at all.
    public static TrainingSet shuffled(TrainingSet set, long seed) {
        var random = new SplittableRandom(seed);
        int[] labels = set.labels().clone();
        for (int i = labels.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int label = labels[i];
            labels[i] = labels[other];
            labels[other] = label;
        }
        return new TrainingSet(set.schema(), set.features(), labels, set.weights(), set.groupSizes());
    }

    /// The same rows, each as relevant as all others of its group.
    public static TrainingSet indifferent(TrainingSet set) {
        int[] labels = new int[set.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row / ROWS % (TrainingSet.BEST_LABEL + 1);
        }
        return new TrainingSet(set.schema(), set.features(), labels, set.weights(), set.groupSizes());
    }

    private static double value(FeatureSchema schema, int feature, SplittableRandom random) {
        if (random.nextInt(10) == 0) {
            return Double.NaN;
        }
        if (schema.features().get(feature).isCategory()) {
            return random.nextInt(CATEGORIES);
        }
        return random.nextInt(6) == 0 ? 0 : random.nextDouble(-2, 10);
    }

    private static int label(double[] features, int first, SplittableRandom random) {
        double taste = known(features[first + HEADROOM])
                - known(features[first + PRICE])
                + (known(features[first + PROVIDER]) % 2 == 0 ? 4 : 0)
                + random.nextDouble(3);
        return Math.clamp(Math.round(taste / 4 + 1), 0, TrainingSet.BEST_LABEL);
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
