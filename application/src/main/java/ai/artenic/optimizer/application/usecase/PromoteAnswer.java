package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.Promotion;

/// What came of promoting a model by hand.
public sealed interface PromoteAnswer {
    record Promoted(ModelCard card, Promotion promotion) implements PromoteAnswer {}

    record UnknownVersion() implements PromoteAnswer {}

    /// It could not serve, so what serves now stays.
    ///
    /// @param reason in words
    record CannotServe(String reason) implements PromoteAnswer {}
}
