package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.learning.ModelCard;
import java.util.List;

/// What a model's splits on one feature gained in training.
public record FeatureGainJson(String feature, double gain) {
    static List<FeatureGainJson> from(ModelCard card) {
        return card.gains().stream()
                .map(gain -> new FeatureGainJson(gain.feature(), gain.gain()))
                .toList();
    }
}
