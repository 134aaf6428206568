package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.ranking.RankingModel;

/// Makes saved models serve.
public interface RankerLoader {
    /// The model, ready to score. Bytes that were changed, text that is no model, and models of other features than
    /// their schema names are refused.
    Loading load(SavedModel model);

    /// What came of loading.
    sealed interface Loading {
        record Loaded(RankingModel model) implements Loading {}

        /// @param reason in words, with the difference
        record Refused(String reason) implements Loading {}
    }
}
