package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;

/// Lists the recommendations that were kept, newest first.
public final class ListHistory {
    private final RecommendationLog log;

    public ListHistory(RecommendationLog log) {
        this.log = log;
    }

    public HistoryPage list(HistoryQuery query) {
        return log.page(query);
    }
}
