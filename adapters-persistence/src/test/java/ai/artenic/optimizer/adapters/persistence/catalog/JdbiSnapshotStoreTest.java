package ai.artenic.optimizer.adapters.persistence.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.contract.SnapshotStoreContract;
import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.application.port.SnapshotStore.Found;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbiSnapshotStoreTest implements SnapshotStoreContract {
    private static final CatalogSnapshot SNAPSHOT = Offers.snapshot(Offers.seeded(1, 500));

    private final List<Storage> open = new ArrayList<>();

    @Override
    public SnapshotStore store() {
        Workbench.clear();
        return opened().snapshotStore();
    }

    /// A storage that has not seen any snapshot yet, closed after the test.
    private Storage opened() {
        Workbench.storage();
        try {
            open.add(Storage.open(Workbench.asServer(new Pool(12, Duration.ofSeconds(3), Duration.ofSeconds(10)))));
        } catch (StorageOpeningException e) {
            throw new IllegalStateException(e);
        }
        return open.getLast();
    }

    @AfterEach
    void close() {
        open.forEach(Storage::close);
    }

    private static String kept() {
        return Workbench.ask("select count(*) from optimizer_catalog_snapshots");
    }

    @Test
    void a_snapshot_known_to_be_kept_is_not_sent_again() {
        SnapshotStore store = store();
        store.keep(SNAPSHOT);
        Workbench.run("truncate optimizer_catalog_snapshots");
        store.keep(SNAPSHOT);
        assertEquals("0", kept());
    }

    @Test
    void a_snapshot_that_the_database_lost_is_found_missing_by_the_next_recommendation_and_kept_again() {
        Workbench.clear();
        Storage storage = opened();
        storage.snapshotStore().keep(SNAPSHOT);
        Workbench.run("truncate optimizer_catalog_snapshots");
        storage.recommendationLog()
                .keep(Recommendations.madeFrom(SNAPSHOT.id(), Recommendations.seeded(1)), Bases.PLAIN);
        storage.snapshotStore().keep(SNAPSHOT);
        assertEquals("1", kept());
    }

    @Test
    void another_process_finds_what_this_one_kept_and_sends_nothing() {
        store().keep(SNAPSHOT);
        String moment = Workbench.ask("select kept_at from optimizer_catalog_snapshots");
        SnapshotStore other = opened().snapshotStore();
        other.keep(SNAPSHOT);
        assertEquals(moment, Workbench.ask("select kept_at from optimizer_catalog_snapshots"));
        assertInstanceOf(Found.Snapshot.class, other.find(SNAPSHOT.id()));
    }

    @Test
    void a_row_that_someone_changed_is_not_taken_for_the_snapshot() {
        SnapshotStore store = store();
        store.keep(SNAPSHOT);
        CatalogSnapshot other = Offers.snapshot(Offers.seeded(2, 5));
        store.keep(other);
        Workbench.run("""
                update optimizer_catalog_snapshots set packed =
                    (select packed from optimizer_catalog_snapshots where id = '%s')
                where id = '%s'""".formatted(other.id(), SNAPSHOT.id()));
        var swapped = assertInstanceOf(Found.Unreadable.class, store.find(SNAPSHOT.id()));
        assertTrue(swapped.reason().contains("their id is " + other.id()), swapped.reason());
        for (String damage : List.of("'\\x00'::bytea", "''::bytea", "substring(packed for 200)")) {
            Workbench.run("update optimizer_catalog_snapshots set packed = " + damage);
            assertInstanceOf(Found.Unreadable.class, store.find(SNAPSHOT.id()), damage);
        }
    }

    @Test
    void ten_thousand_offers_take_less_room_than_fifty_bytes_each() {
        CatalogSnapshot large = Offers.snapshot(Offers.seeded(3, 10_000));
        SnapshotStore store = store();
        store.keep(large);
        int bytes = Integer.parseInt(Workbench.ask("select octet_length(packed) from optimizer_catalog_snapshots"));
        assertTrue(bytes < 50 * 10_000, bytes + " bytes");
        assertInstanceOf(Found.Snapshot.class, store.find(large.id()));
    }
}
