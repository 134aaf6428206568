package ai.artenic.optimizer.domain.learning;

import ai.artenic.optimizer.domain.ranking.RankingModel;

/// The promoted model as this process has it. Immutable: one answer reads it once.
public sealed interface ServingModel {
    /// No model has been promoted yet.
    record None() implements ServingModel {}

    /// @param checksum of the text it was loaded from
    record Ready(ModelCard card, String checksum, RankingModel model) implements ServingModel {}

    /// The promoted model cannot serve.
    ///
    /// @param reason in words
    record Broken(String version, String reason) implements ServingModel {
        /// The version and the reason.
        public String words() {
            return "ranking model " + version + " cannot serve: " + reason;
        }
    }
}
