package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

    @Override
    public List<Published> published(Instant before) {
        return byId.values().stream()
                .filter(snapshot -> snapshot.publishedAt().isBefore(before))
                .map(snapshot -> new Published(snapshot.id(), snapshot.publishedAt()))
                .sorted(Comparator.comparing(Published::at).thenComparing(Published::id))
                .toList();
    }
}
