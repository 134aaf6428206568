package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.SnapshotStoreContract;
import ai.artenic.optimizer.application.port.SnapshotStore;

class InMemorySnapshotStoreTest implements SnapshotStoreContract {
    @Override
    public SnapshotStore store() {
        return new InMemorySnapshotStore();
    }
}
