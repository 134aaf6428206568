package ai.artenic.optimizer.domain.learning;

import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.Arrays;

/// What a ranking model is trained on: rows of features with their relevance labels, group after group.
///
/// @param features row after row in the order of the schema; NaN is missing
/// @param labels relevance of each row, 0 to 4
/// @param weights weight of each row, > 0
/// @param groupSizes rows of each query group, in order
@SuppressWarnings("ArrayRecordComponent") // made once, handed over, never compared
public record TrainingSet(FeatureSchema schema, double[] features, int[] labels, double[] weights, int[] groupSizes) {
    /// Most rows of one group that LightGBM takes.
    public static final int MOST_ROWS_OF_GROUP = 10_000;

    /// Highest relevance label.
    public static final int BEST_LABEL = 4;

    public TrainingSet {
        int rows = labels.length;
        if (features.length != rows * schema.size()
                || weights.length != rows
                || Arrays.stream(groupSizes).sum() != rows) {
            throw new IllegalArgumentException("TrainingSet of " + rows + " labels had " + features.length
                    + " features of " + schema.size() + " each, " + weights.length + " weights and groups of "
                    + Arrays.stream(groupSizes).sum() + " rows");
        }
        if (Arrays.stream(groupSizes).anyMatch(size -> size < 1 || size > MOST_ROWS_OF_GROUP)) {
            throw new IllegalArgumentException("A group has 1 to " + MOST_ROWS_OF_GROUP + " rows");
        }
        if (Arrays.stream(labels).anyMatch(label -> label < 0 || label > BEST_LABEL)) {
            throw new IllegalArgumentException("A label lies in 0 to " + BEST_LABEL);
        }
        if (Arrays.stream(weights).anyMatch(weight -> !(weight > 0) || Double.isInfinite(weight))) {
            throw new IllegalArgumentException("A weight must be positive");
        }
    }

    /// Number of rows.
    public int rows() {
        return labels.length;
    }
}
