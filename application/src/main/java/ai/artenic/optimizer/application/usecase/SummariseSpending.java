package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.application.port.SpendingHistory;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.history.SpendRow;
import ai.artenic.optimizer.domain.cost.history.SpendingQuestion;
import ai.artenic.optimizer.domain.cost.history.SpendingSummary;
import ai.artenic.optimizer.domain.offer.Provider;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Sums up what jobs cost over time.
public final class SummariseSpending {
    private final SpendingHistory history;
    private final OutcomeLog outcomes;
    private final OfferCatalog catalog;
    private final InstantSource clock;

    /// @param outcomes and
    /// @param catalog tell which providers there are
    public SummariseSpending(SpendingHistory history, OutcomeLog outcomes, OfferCatalog catalog, InstantSource clock) {
        this.history = history;
        this.outcomes = outcomes;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the history cannot be reached
    public SpendingAnswer summarise(SpendingQuestion question) {
        List<SpendRow> rows = history.daily(question.days(), question.grouping(), question.provider());
        if (rows.isEmpty() && question.provider().isPresent()) {
            Provider asked = question.provider().get();
            List<String> known = providers();
            if (!known.contains(asked.key()) && !hasOutcome(asked)) {
                return new SpendingAnswer.UnknownProvider(asked, known);
            }
        }
        return new SpendingAnswer.Summarised(SpendingSummary.of(
                question, rows, history.metrics(question.days(), question.provider()), Days.of(clock.instant())));
    }

    private List<String> providers() {
        return catalog.current().snapshot().offers().stream()
                .map(offer -> offer.id().provider().key())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean hasOutcome(Provider provider) {
        var one = new OutcomeQuery(
                Optional.of(provider.key()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                1);
        return !outcomes.page(one).items().isEmpty();
    }
}
