package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomePage;
import ai.artenic.optimizer.application.port.OutcomeQuery;

/// Lists the outcomes that were kept, newest first.
public final class ListOutcomes {
    private final OutcomeLog log;

    public ListOutcomes(OutcomeLog log) {
        this.log = log;
    }

    public OutcomePage list(OutcomeQuery query) {
        return log.page(query);
    }
}
