package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.database.Outages;
import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A database that is away, slow or overrun is said to be so, quickly; everything else is a bug and looks like one.
class OutageTest {
    private static final UUID ID = new UUID(1, 1);

    @BeforeAll
    static void startServer() {
        Workbench.storage();
    }

    @Test
    void a_statement_that_takes_too_long_is_an_outage() throws Exception {
        var impatient = new Pool(2, Duration.ofMillis(250), Duration.ofMillis(100));
        try (Storage storage = Storage.open(Workbench.asServer(impatient));
                var blocker = Workbench.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table optimizer_recommendations in access exclusive mode");
            var outage = assertThrows(
                    StoreUnavailableException.class,
                    () -> storage.recommendationLog().find(ID));
            assertTrue(String.valueOf(outage.getMessage()).contains("timeout"), outage.getMessage());
            blocker.rollback();
            assertEquals(Optional.empty(), storage.recommendationLog().find(ID));
        }
    }

    @Test
    void a_snapshot_that_an_outage_kept_out_is_kept_the_next_time() throws Exception {
        Workbench.clear();
        CatalogSnapshot snapshot = Offers.snapshot(Offers.seeded(1, 50));
        var impatient = new Pool(2, Duration.ofMillis(250), Duration.ofMillis(100));
        try (Storage storage = Storage.open(Workbench.asServer(impatient));
                var blocker = Workbench.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table optimizer_catalog_snapshots in access exclusive mode");
            SnapshotStore store = storage.snapshotStore();
            assertThrows(StoreUnavailableException.class, () -> store.keep(snapshot));
            assertThrows(StoreUnavailableException.class, () -> store.find(snapshot.id()));
            blocker.rollback();
            store.keep(snapshot);
            assertInstanceOf(SnapshotStore.Found.Snapshot.class, store.find(snapshot.id()));
        }
    }

    @Test
    void when_all_connections_are_taken_the_wait_is_bounded_and_the_database_not_called_sick() throws Exception {
        var tight = new Pool(1, Duration.ofMillis(250), Duration.ofSeconds(30));
        try (Storage storage = Storage.open(Workbench.asServer(tight));
                var blocker = Workbench.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table optimizer_recommendations in access exclusive mode");
            Future<?> holder = threads.submit(() -> storage.recommendationLog().find(ID));
            while (Workbench.ask("select count(*) from pg_locks where not granted")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            assertThrows(
                    StoreUnavailableException.class,
                    () -> storage.recommendationLog().find(ID));
            assertEquals(Optional.empty(), storage.health().fault());
            blocker.rollback();
            holder.get();
        }
    }

    @Test
    void beyond_a_bounded_crowd_of_waiting_callers_the_next_is_turned_away_at_once() throws Exception {
        var tight = new Pool(1, Duration.ofSeconds(20), Duration.ofSeconds(20));
        try (Storage storage = Storage.open(Workbench.asServer(tight));
                var blocker = Workbench.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table optimizer_recommendations in access exclusive mode");
            RecommendationLog log = storage.recommendationLog();
            var crowd = IntStream.range(0, 200)
                    .mapToObj(_ -> threads.submit(() -> turnedAway(log)))
                    .toList();
            while (crowd.stream().filter(Future::isDone).count() < 150) {
                Thread.onSpinWait();
            }
            blocker.rollback();
            long away = 0;
            for (Future<Boolean> caller : crowd) {
                away += caller.get() ? 1 : 0;
            }
            assertEquals(150, away);
        }
    }

    private static boolean turnedAway(RecommendationLog log) {
        try {
            log.find(ID);
            return false;
        } catch (StoreUnavailableException e) {
            return String.valueOf(e.getMessage()).contains("too many at once");
        }
    }

    @Test
    void a_closed_storage_is_unavailable_and_says_so() throws Exception {
        Storage storage = Storage.open(Workbench.asServer(Pool.DEFAULT));
        storage.close();
        assertThrows(
                StoreUnavailableException.class,
                () -> storage.recommendationLog().keep(Recommendations.seeded(1), Bases.PLAIN));
        assertTrue(storage.health().fault().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "57014", "53100", "53300", "25006", "58030", "28P01"})
    void states_of_a_database_that_is_away_full_or_slow_are_outages(String state) {
        var failure = new IllegalStateException(new SQLException("gone\n  for good", state));
        assertEquals(
                "The database does not answer: gone; for good",
                Outages.of(failure).orElseThrow().getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "23505", "22001", ""})
    void states_of_a_wrong_statement_are_bugs(String state) {
        assertFalse(Outages.of(new SQLException("wrong", state)).isPresent());
    }
}
