package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.GroupRuns;
import ai.artenic.optimizer.application.port.GroupRuns.News;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.experience.Experience;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings the experience that predictions use up to date with what was recorded, here or by another replica.
///
/// Run it after outcomes and every few seconds besides; it reads what is new and no more. While the store is away the
/// last known experience stays: a recommendation never fails for want of a newer one.
public final class RefreshExperience {
    private final GroupRuns runs;
    private final Consumer<Experience> publish;
    private Experience current = Experience.NONE;
    private long seen = GroupRuns.BEFORE_ALL;

    /// @param publish makes an experience the one that predictions use
    public RefreshExperience(GroupRuns runs, Consumer<Experience> publish) {
        this.runs = runs;
        this.publish = publish;
    }

    /// Why the experience could not be brought up to date; empty if it is.
    public synchronized Optional<String> refresh() {
        try {
            News news = runs.since(seen, Experience.MOST_RUNS);
            if (news.newest() < seen) {
                current = Experience.NONE;
                news = runs.since(GroupRuns.BEFORE_ALL, Experience.MOST_RUNS);
            } else if (news.newest() == seen) {
                return Optional.empty();
            }
            current = current.and(news.runs());
            seen = news.newest();
            publish.accept(current);
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
