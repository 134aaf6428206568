package ai.artenic.optimizer.domain.learning;

import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.Instant;
import java.util.List;

/// All about a trained model but the model.
///
/// @param version names it for ever; later versions sort behind earlier ones
/// @param isAccepted whether the promotion gate let it pass
/// @param reason of that decision, in words with numbers
/// @param gains of the features that are used, largest first
public record ModelCard(
        String version,
        FeatureSchema schema,
        LabelPolicy policy,
        TrainingParameters parameters,
        DataWindow window,
        HeldOutMetrics metrics,
        boolean isAccepted,
        String reason,
        List<FeatureGain> gains,
        Instant trainedAt) {
    public ModelCard {
        gains = List.copyOf(gains);
    }
}
