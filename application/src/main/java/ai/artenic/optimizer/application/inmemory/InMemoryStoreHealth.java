package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.StoreHealth;
import java.util.Optional;

/// The memory store answers as long as the process lives.
public final class InMemoryStoreHealth implements StoreHealth {
    /// A healthy store.
    public InMemoryStoreHealth() {}

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }
}
