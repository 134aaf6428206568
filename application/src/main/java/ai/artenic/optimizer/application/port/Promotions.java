package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.learning.Promotion;
import java.util.List;

/// Remembers which model serves, and which served before.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface Promotions {
    /// Makes this model the one that serves, durably once this returns.
    ///
    /// @throws IllegalArgumentException if the registry has no such model
    void promote(Promotion promotion);

    /// The promotions made last, newest first: the first of them serves. Asked every few seconds by each replica.
    ///
    /// @param most at least 1
    List<Promotion> newest(int most);
}
