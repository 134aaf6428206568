package ai.artenic.optimizer.ml.lightgbm;

import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.ranking.Feature;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Parameters of LambdaMART as LightGBM reads them.
final class NativeParameters {
    private NativeParameters() {}

    /// One line. Everything drawn depends on the seed alone, and sums are added in one order whatever the threads.
    static String of(FeatureSchema schema, TrainingParameters parameters, int threads) {
        List<Feature> features = schema.features();
        return String.join(
                " ",
                "objective=lambdarank",
                "label_gain=0,1,3,7,15",
                "lambdarank_truncation_level=" + parameters.truncation(),
                "num_leaves=" + parameters.leaves(),
                "min_data_in_leaf=" + parameters.rowsInLeafLeast(),
                "learning_rate=" + parameters.learningRate(),
                "lambda_l2=" + parameters.lambdaL2(),
                "feature_fraction=" + parameters.featureFraction(),
                "monotone_constraints="
                        + features.stream()
                                .map(feature -> Integer.toString(feature.direction()))
                                .collect(Collectors.joining(",")),
                "categorical_feature="
                        + IntStream.range(0, features.size())
                                .filter(i -> features.get(i).isCategory())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(",")),
                "seed=" + (Long.hashCode(parameters.seed()) & Integer.MAX_VALUE),
                "deterministic=true",
                "force_row_wise=true",
                "feature_pre_filter=false",
                "num_threads=" + threads,
                "verbosity=-1");
    }
}
