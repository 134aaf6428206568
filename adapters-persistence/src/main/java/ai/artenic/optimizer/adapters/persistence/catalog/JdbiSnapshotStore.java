package ai.artenic.optimizer.adapters.persistence.catalog;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.database.Moments;
import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Catalogue snapshots in the table `optimizer_catalog_snapshots`.
public final class JdbiSnapshotStore implements SnapshotStore {
    private static final String INSERT = """
            insert into optimizer_catalog_snapshots (id, published_at, offers, packed)
            values (:id, :published_at, :offers, :packed)
            on conflict (id) do nothing
            """;

    private final Database database;
    private final KeptSnapshots kept;
    private String lastId = "";
    private byte[] lastPacked = {};

    /// @param kept shared with the log of the recommendations that refer to the snapshots
    public JdbiSnapshotStore(Database database, KeptSnapshots kept) {
        this.database = database;
        this.kept = kept;
    }

    /// Packed and sent only if the database does not have it. Whoever is told of an outage knows nothing, and asks
    /// again the next time.
    @Override
    public void keep(CatalogSnapshot snapshot) {
        if (kept.contains(snapshot.id())) {
            return;
        }
        if (!exists(snapshot.id())) {
            byte[] packed = packed(snapshot);
            database.ask(handle -> handle.createUpdate(INSERT)
                    .bind("id", snapshot.id())
                    .bind("published_at", snapshot.publishedAt().atOffset(ZoneOffset.UTC))
                    .bind("offers", snapshot.offers().size())
                    .bind("packed", packed)
                    .execute());
        }
        kept.add(snapshot.id());
    }

    @Override
    public Found find(String id) {
        return database.ask(handle -> handle.createQuery(
                        "select published_at, packed from optimizer_catalog_snapshots where id = :id")
                .bind("id", id)
                .map((row, _) -> read(
                        id, row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getBytes("packed")))
                .findOne()
                .orElseGet(Found.Absent::new));
    }

    @Override
    public List<Published> published(Instant before) {
        return database.ask(handle -> handle.createQuery("""
                select id, published_at from optimizer_catalog_snapshots
                where published_at < :before order by published_at, id
                """)
                .bind("before", Moments.within(before))
                .map((row, _) -> new Published(
                        row.getString("id"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /// Of many who need it at once, one does the work.
    private synchronized byte[] packed(CatalogSnapshot snapshot) {
        if (!snapshot.id().equals(lastId)) {
            lastPacked = SnapshotFormat.write(snapshot);
            lastId = snapshot.id();
        }
        return lastPacked;
    }

    private boolean exists(String id) {
        return database.ask(
                handle -> handle.createQuery("select exists (select from optimizer_catalog_snapshots where id = :id)")
                        .bind("id", id)
                        .mapTo(Boolean.class)
                        .one());
    }

    private static Found read(String id, Instant publishedAt, byte[] packed) {
        try {
            var snapshot = CatalogSnapshot.of(SnapshotFormat.read(packed), publishedAt);
            return snapshot.id().equals(id)
                    ? new Found.Snapshot(snapshot)
                    : new Found.Unreadable("what is kept as catalogue snapshot " + id
                            + " has other offers: their id is " + snapshot.id());
        } catch (IOException | RuntimeException e) { // whoever edits a row by hand can break it in any way
            return new Found.Unreadable("catalogue snapshot " + id + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }
}
