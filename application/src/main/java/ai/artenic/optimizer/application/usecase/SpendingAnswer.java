package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.cost.history.SpendingSummary;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;

/// What comes of asking for a summary of spending.
public sealed interface SpendingAnswer {
    record Summarised(SpendingSummary summary) implements SpendingAnswer {}

    /// No job ever ran at the provider, and the catalogue does not have it.
    ///
    /// @param known providers of the catalogue, in order
    record UnknownProvider(Provider provider, List<String> known) implements SpendingAnswer {}
}
