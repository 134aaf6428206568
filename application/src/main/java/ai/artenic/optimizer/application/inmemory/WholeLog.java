package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomePage;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads all that a log has, page by page.
final class WholeLog {
    private WholeLog() {}

    /// @param provider only of jobs that ran there
    static List<KeptOutcome> of(OutcomeLog log, Optional<String> provider) {
        var all = new ArrayList<KeptOutcome>();
        OptionalLong before = OptionalLong.empty();
        do {
            OutcomePage page = log.page(new OutcomeQuery(
                    provider,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    before,
                    HistoryQuery.MOST_ITEMS));
            all.addAll(page.items());
            before = page.next();
        } while (before.isPresent());
        return all;
    }
}
