package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Looks up what became of recommendations.
public final class FindOutcomes {
    private final OutcomeLog log;

    public FindOutcomes(OutcomeLog log) {
        this.log = log;
    }

    /// The outcome of each recommendation that has one; the newest, if several jobs followed it.
    public Map<UUID, KeptOutcome> of(List<UUID> recommendations) {
        return recommendations.isEmpty() ? Map.of() : log.following(recommendations);
    }
}
