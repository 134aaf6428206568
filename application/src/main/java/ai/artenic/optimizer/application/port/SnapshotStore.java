package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.time.Instant;
import java.util.List;

/// Keeps the catalogue snapshots that recommendations were made from, for ever, each once under its id.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface SnapshotStore {
    /// Keeps the snapshot, durably once this returns. One that is known to be kept costs next to nothing.
    void keep(CatalogSnapshot snapshot);

    /// The snapshot of this id with all its offers, published when it was first kept.
    Found find(String id);

    /// The snapshots that were published before a moment, in the order in which they were.
    List<Published> published(Instant before);

    /// A kept snapshot, by its id.
    record Published(String id, Instant at) {}

    /// What came of looking for a snapshot.
    sealed interface Found {
        record Snapshot(CatalogSnapshot snapshot) implements Found {}

        record Absent() implements Found {}

        /// @param reason why what is stored is not the snapshot, in words
        record Unreadable(String reason) implements Found {}
    }
}
