package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.List;
import java.util.Optional;

/// A page of the history and where the next one begins; empty on the last.
public record HistoryPage(List<Recommendation> items, Optional<HistoryPosition> next) {
    public HistoryPage {
        items = List.copyOf(items);
    }
}
