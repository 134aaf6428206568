package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SampleStore.Counts;
import ai.artenic.optimizer.domain.learning.ModelCard;
import java.util.Optional;

/// How much there is to learn from, and what was learned last.
///
/// @param newest card of the model trained last, promoted or not
public record LearningState(Counts counts, Optional<ModelCard> newest) {
    /// Nothing is kept.
    public static final LearningState NONE = new LearningState(Counts.NONE, Optional.empty());

    static LearningState of(LearningStores stores) {
        return new LearningState(
                stores.samples().counts(), stores.models().newest(1).stream().findFirst());
    }

    /// Samples kept since the newest model was trained; all of them where there is none.
    public long samplesSinceTraining() {
        long known = newest.map(card -> card.window().samplesEver()).orElse(0L);
        return Math.max(0, counts.samples() - known);
    }

    boolean hasEnough(LearningSettings settings) {
        return counts.samples() >= settings.samplesLeast();
    }

    /// Whether a model that knows all samples would know enough more than the newest one. The first model needs the
    /// least samples only.
    boolean isWorthTraining(LearningSettings settings) {
        return hasEnough(settings) && (newest.isEmpty() || samplesSinceTraining() >= settings.retrainAfter());
    }
}
