package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.pricing.PriceList;
import java.time.Instant;

/// What came of refreshing a provider's prices.
public sealed interface PriceRefresh {
    /// They are young enough.
    ///
    /// @param dueAt when they are read next
    record NotDue(Instant dueAt) implements PriceRefresh {}

    /// Another process reads them now, or just did.
    record Elsewhere() implements PriceRefresh {}

    /// They were asked for; the list's report says with what success.
    record Attempted(PriceList list) implements PriceRefresh {}
}
