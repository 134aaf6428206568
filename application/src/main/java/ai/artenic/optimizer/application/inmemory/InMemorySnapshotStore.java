package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Catalogue snapshots in memory, gone with the process.
public final class InMemorySnapshotStore implements SnapshotStore {
    private final Map<String, CatalogSnapshot> byId = new ConcurrentHashMap<>();

    /// An empty store.
    public InMemorySnapshotStore() {}

    @Override
    public void keep(CatalogSnapshot snapshot) {
        byId.putIfAbsent(snapshot.id(), snapshot);
    }

    @Override
    public Found find(String id) {
        CatalogSnapshot snapshot = byId.get(id);
        return snapshot == null ? new Found.Absent() : new Found.Snapshot(snapshot);
    }
}
