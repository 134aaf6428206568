package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import java.util.List;

/// Keeps trained models for ever, promoted or not.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface ModelRegistry {
    /// Keeps the model, durably once this returns.
    ///
    /// @throws IllegalArgumentException if there is another of this version
    void keep(ModelVersion model);

    /// The model as it was kept, unless what is stored cannot be read as one.
    Found find(String version);

    /// The cards of the models kept last, newest first; those that cannot be read are left out.
    List<ModelCard> newest(int most);

    /// The cards of the models kept last before this one, as [#newest] gives them; none where there is no such model.
    List<ModelCard> before(String version, int most);

    /// What came of looking for a model.
    sealed interface Found {
        record Model(ModelVersion model) implements Found {}

        record Absent() implements Found {}

        /// @param reason why the row cannot be read, in words
        record Unreadable(String reason) implements Found {}
    }
}
