package ai.artenic.optimizer.benchmarks;

import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.ranking.Feature;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Rows of schema v1 with a preference to learn: groups of 20, one value in twenty missing, 30 categories.
final class SeededPreferences {
    static final FeatureSchema SCHEMA = FeatureSchema.V1;
    private static final int ROWS_OF_GROUP = 20;
    private static final int CATEGORIES = 30;
    private static final double NOISE = 2;

    private SeededPreferences() {}

    static double[] rows(long seed, int count) {
        var random = new SplittableRandom(seed);
        double[] rows = new double[count * SCHEMA.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(20) == 0 ? Double.NaN : value(i % SCHEMA.size(), random);
        }
        return rows;
    }

    static TrainingSet groups(long seed, int groups) {
        int count = groups * ROWS_OF_GROUP;
        double[] rows = rows(seed, count);
        var random = new SplittableRandom(~seed);
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            labels[row] = label(rows, row * SCHEMA.size(), random);
        }
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        int[] sizes = new int[groups];
        Arrays.fill(sizes, ROWS_OF_GROUP);
        return new TrainingSet(SCHEMA, rows, labels, weights, sizes);
    }

    private static double value(int feature, SplittableRandom random) {
        return SCHEMA.features().get(feature).isCategory() ? random.nextInt(CATEGORIES) : random.nextGaussian();
    }

    /// A little of every feature, in its direction where it has one.
    private static int label(double[] rows, int first, SplittableRandom random) {
        double taste = random.nextGaussian() * NOISE;
        for (int i = 0; i < SCHEMA.size(); i++) {
            double value = rows[first + i];
            Feature feature = SCHEMA.features().get(i);
            if (!Double.isNaN(value)) {
                taste += feature.isCategory() ? (value % 3) - 1 : value * (feature.direction() + (i % 3 - 1) * 0.5);
            }
        }
        return (int) Math.clamp(Math.round(taste / 3 + 2), 0, TrainingSet.BEST_LABEL);
    }
}
