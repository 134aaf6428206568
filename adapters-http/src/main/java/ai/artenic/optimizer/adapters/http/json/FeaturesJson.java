package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.ranking.FeatureVector;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a ranking model sees of a candidate, by feature name; null is missing.
public record FeaturesJson(@JsonValue Map<String, @Nullable Double> byName) {
    static FeaturesJson from(FeatureVector vector) {
        var features = new LinkedHashMap<String, @Nullable Double>();
        double[] values = vector.values();
        for (int i = 0; i < values.length; i++) {
            features.put(vector.schema().names().get(i), Double.isFinite(values[i]) ? values[i] : null);
        }
        return new FeaturesJson(features);
    }
}
