package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;

/// Trains ranking models.
public interface RankerTrainer {
    /// A model that puts rows of higher relevance first within their group. Equal sets and parameters give equal
    /// models.
    Training train(TrainingSet set, TrainingParameters parameters);

    /// What came of training.
    sealed interface Training {
        record Trained(SavedModel model) implements Training {}

        /// @param reason in words
        record Impossible(String reason) implements Training {}
    }
}
