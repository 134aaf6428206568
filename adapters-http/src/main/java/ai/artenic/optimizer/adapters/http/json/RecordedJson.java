package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.AfterOutcomes.Retraining;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An outcome was kept. `relevance_label` judges the prediction, 0 (failed) to 4, and is null where there was none;
/// `regret_label` judges the choice against the best known of alike jobs by then. `retrain` tells whether the ranker
/// is about to learn. `notes` tell what was out of the ordinary, as an instance that the catalogue does not list.
public record RecordedJson(
        long outcomeId,
        @Nullable Integer relevanceLabel,
        int regretLabel,
        int samplesWritten,
        Retraining retrain,
        List<String> notes) {
    private static final int SAMPLES_OF_ONE_OUTCOME = 1;

    public static RecordedJson from(KeptOutcome kept, Retraining retraining) {
        return new RecordedJson(
                kept.id(),
                kept.assessed().label().map(RelevanceLabel::value).orElse(null),
                kept.regretLabel().value(),
                SAMPLES_OF_ONE_OUTCOME,
                retraining,
                kept.assessed().notes());
    }
}
