package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.experience.GroupRun;
import java.util.List;

/// Gives where and how long jobs ran, by the outcomes that told.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface GroupRuns {
    /// Before every outcome.
    long BEFORE_ALL = 0;

    /// What outcomes kept after this one told; where there are none, this costs next to nothing.
    ///
    /// @param outcome id of the last outcome that was seen, or [#BEFORE_ALL]
    /// @param most at least 1; bounds what is read, however long the history
    News since(long outcome, int most);

    /// What is new.
    ///
    /// @param newest id of the newest outcome that tells a run; below the one that was seen where the store went
    ///     back to an earlier state
    /// @param runs the newest ones, oldest first
    record News(long newest, List<GroupRun> runs) {
        public News {
            runs = List.copyOf(runs);
        }
    }
}
