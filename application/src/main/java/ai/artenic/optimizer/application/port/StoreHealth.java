package ai.artenic.optimizer.application.port;

import java.util.Optional;

/// Tells what the store is and whether it answers.
public interface StoreHealth {
    /// `embedded-postgresql`, `postgresql` or `memory`.
    String kind();

    /// Why the store does not answer now, in one line; empty if it does. Returns within seconds.
    Optional<String> fault();
}
