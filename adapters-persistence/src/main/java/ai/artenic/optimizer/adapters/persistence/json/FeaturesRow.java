package ai.artenic.optimizer.adapters.persistence.json;

import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A feature vector in the order of its schema; a missing feature is null.
public record FeaturesRow(String schema, List<@Nullable Double> values) {
    public static FeaturesRow of(FeatureVector features) {
        var values = new ArrayList<@Nullable Double>();
        for (double value : features.values()) {
            values.add(Double.isNaN(value) ? null : value);
        }
        return new FeaturesRow(features.schema().id(), values);
    }

    public FeatureVector toDomain() {
        var numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            Double value = values.get(i);
            numbers[i] = value == null ? Double.NaN : value;
        }
        return new FeatureVector(FeatureSchema.valueOf(schema.toUpperCase(Locale.ROOT)), numbers);
    }
}
