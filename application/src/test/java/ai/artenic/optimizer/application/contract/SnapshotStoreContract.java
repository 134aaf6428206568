package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.application.port.SnapshotStore.Found;
import ai.artenic.optimizer.application.port.SnapshotStore.Published;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every store of catalogue snapshots promises.
public interface SnapshotStoreContract {
    /// An empty store.
    SnapshotStore store();

    private static List<Offer> found(SnapshotStore store, CatalogSnapshot wanted) {
        CatalogSnapshot snapshot =
                assertInstanceOf(Found.Snapshot.class, store.find(wanted.id())).snapshot();
        assertEquals(wanted.id(), snapshot.id());
        return snapshot.offers();
    }

    @Test
    default void a_snapshot_comes_back_with_every_offer_to_the_last_digit() {
        SnapshotStore store = store();
        for (long seed = 0; seed < 10; seed++) {
            CatalogSnapshot snapshot = Offers.snapshot(Offers.seeded(seed, (int) seed * 30));
            store.keep(snapshot);
            assertEquals(snapshot.offers(), found(store, snapshot), "seed " + seed);
        }
    }

    @Test
    default void offers_with_every_fact_and_with_hardly_any_come_back_as_they_were() {
        SnapshotStore store = store();
        CatalogSnapshot snapshot = Offers.snapshot(List.of(
                AwkwardOffers.extreme(new BigDecimal("0.000000000001"), Double.MIN_VALUE),
                AwkwardOffers.rich(),
                Offers.cpu("hetzner", "cx", 2, 4, 0.02, 0)));
        store.keep(snapshot);
        assertEquals(snapshot.offers(), found(store, snapshot));
    }

    @Test
    default void the_same_snapshot_again_changes_nothing_and_keeps_its_first_moment() {
        SnapshotStore store = store();
        List<Offer> offers = Offers.seeded(3, 20);
        CatalogSnapshot first = Offers.snapshot(offers);
        store.keep(first);
        store.keep(CatalogSnapshot.of(offers, Offers.OBSERVED.plus(Duration.ofDays(1))));
        var kept = assertInstanceOf(Found.Snapshot.class, store.find(first.id()));
        assertEquals(Offers.OBSERVED, kept.snapshot().publishedAt());
    }

    @Test
    default void snapshots_are_told_in_the_order_in_which_they_were_published_before_a_moment() {
        SnapshotStore store = store();
        var published = new ArrayList<Published>();
        for (int day : new int[] {2, 0, 1, 3}) {
            CatalogSnapshot snapshot =
                    CatalogSnapshot.of(Offers.seeded(day, 3), Offers.OBSERVED.plus(Duration.ofDays(day)));
            store.keep(snapshot);
            published.add(new Published(snapshot.id(), snapshot.publishedAt()));
        }
        assertEquals(
                List.of(published.get(1), published.get(2), published.get(0)),
                store.published(Offers.OBSERVED.plus(Duration.ofDays(3))));
        assertEquals(List.of(), store.published(Offers.OBSERVED));
    }

    @Test
    default void an_empty_snapshot_is_one() {
        SnapshotStore store = store();
        store.keep(Offers.snapshot(List.of()));
        assertEquals(List.of(), found(store, Offers.snapshot(List.of())));
    }

    @Test
    default void what_was_never_kept_is_absent() {
        assertEquals(
                new Found.Absent(),
                store().find(Offers.snapshot(Offers.seeded(1, 5)).id()));
        assertEquals(new Found.Absent(), store().find("'; drop table x; --"));
    }

    @Test
    default void many_may_keep_one_snapshot_at_once() throws Exception {
        SnapshotStore store = store();
        CatalogSnapshot snapshot = Offers.snapshot(Offers.seeded(5, 200));
        var attempts = new ArrayList<Callable<Found>>();
        for (int i = 0; i < 12; i++) {
            attempts.add(() -> {
                store.keep(snapshot);
                return store.find(snapshot.id());
            });
        }
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var answer : threads.invokeAll(attempts)) {
                assertInstanceOf(Found.Snapshot.class, answer.get());
            }
        }
        assertEquals(snapshot.offers(), found(store, snapshot));
    }
}
