package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Provider;
import java.util.Map;

/// Success rate of each provider's jobs, shrunk towards 1 where history is short.
public final class Reliability {
    /// No history: every provider counts as fully reliable.
    public static final Reliability NO_HISTORY = new Reliability(Map.of());

    private static final double PRIOR_JOBS = 10;
    private final Map<Provider, History> histories;

    /// One provider's finished jobs.
    public record History(long succeeded, long failed) {}

    public Reliability(Map<Provider, History> histories) {
        this.histories = Map.copyOf(histories);
    }

    /// Rate in (0, 1]: `(succeeded + 10) / (succeeded + failed + 10)`.
    public double of(Provider provider) {
        History history = histories.get(provider);
        return history == null
                ? 1
                : (history.succeeded() + PRIOR_JOBS) / (history.succeeded() + history.failed() + PRIOR_JOBS);
    }
}
