package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.evaluation.PromotionRule;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;

/// When and how the ranker is trained.
///
/// @param samplesLeast fewest samples a model is trained on, >= 2
/// @param retrainAfter new samples after which a model is trained again, >= 1
/// @param promotion when a trained model takes over
/// @param seed of all training and judging
public record LearningSettings(
        int samplesLeast,
        int retrainAfter,
        PromotionRule promotion,
        LabelPolicy policy,
        FeatureSchema schema,
        long seed) {
    /// Samples below which there is no learning, unless configured otherwise.
    public static final int DEFAULT_SAMPLES_LEAST = 50;

    /// New samples after which a model is trained again, unless configured otherwise.
    public static final int DEFAULT_RETRAIN_AFTER = 50;

    public LearningSettings {
        if (samplesLeast < 2 || retrainAfter < 1) {
            throw new IllegalArgumentException("LearningSettings need 2 samples and 1 new one at least, were "
                    + samplesLeast + " and " + retrainAfter);
        }
    }
}
