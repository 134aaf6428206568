package ai.artenic.optimizer.application.contract;

import static ai.artenic.optimizer.application.contract.Prices.AWS;
import static ai.artenic.optimizer.application.contract.Prices.NOON;
import static ai.artenic.optimizer.application.contract.Prices.live;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.PriceHistory;
import ai.artenic.optimizer.application.port.PriceHistoryQuery;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.application.port.PriceLists.Standing;
import ai.artenic.optimizer.application.port.PricePage;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.PricePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every memory of prices promises.
public interface PriceHistoryContract {
    /// Nothing remembered yet.
    Remembering remembering();

    /// A history, and the lists whose changes it remembers.
    record Remembering(PriceLists lists, PriceHistory history) {
        /// Keeps the list that becomes of the one until now by reading these.
        public Remembering read(Instant at, Offer... offers) {
            long version = Optional.ofNullable(lists.standings().get(AWS))
                    .map(Standing::version)
                    .orElse(0L);
            assertTrue(lists.workAt(AWS, version, before -> Prices.read(before, at, offers)));
            return this;
        }

        /// All points, the newest first.
        public List<PricePoint> all() {
            return history.newest(query(100)).items();
        }
    }

    private static PriceHistoryQuery query(int limit) {
        return new PriceHistoryQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), limit);
    }

    private static PricePoint point(Offer offer) {
        return PricePoint.of(offer);
    }

    @Test
    default void a_point_is_kept_when_a_price_is_first_seen_and_when_it_changes_only() {
        Instant later = NOON.plusSeconds(3600);
        Instant last = NOON.plusSeconds(7200);
        List<PricePoint> points = remembering()
                .read(NOON, live("a", "0.50", 0.2, NOON), live("b", "1.00", 0, NOON))
                .read(later, live("a", "0.50", 0.2, later), live("b", "1.00", 0, later))
                .read(last, live("a", "0.500", 0.25, last), live("b", "1.00", 0, last))
                .all();
        assertEquals(
                List.of(
                        point(live("a", "0.500", 0.25, last)),
                        point(live("b", "1.00", 0, NOON)),
                        point(live("a", "0.50", 0.2, NOON))),
                points);
    }

    @Test
    default void an_attempt_that_fails_leaves_no_point() {
        Remembering remembering = remembering().read(NOON, live("a", "0.50", 0.2, NOON));
        remembering
                .lists()
                .workAt(
                        AWS,
                        1,
                        before -> PriceList.failed(AWS, before, Prices.failure("refused"), NOON.plusSeconds(9)));
        assertEquals(1, remembering.all().size());
    }

    @Test
    default void points_are_given_in_pages_without_gap_or_repetition() {
        Remembering remembering = remembering();
        for (int i = 0; i < 7; i++) {
            Instant at = NOON.plusSeconds(i);
            remembering.read(at, live("a", "0." + (50 + i), 0, at));
        }
        var collected = new ArrayList<PricePoint>();
        OptionalLong before = OptionalLong.empty();
        int pages = 0;
        do {
            PricePage page = remembering
                    .history()
                    .newest(new PriceHistoryQuery(
                            Optional.of("aws"),
                            Optional.of("a"),
                            Optional.of("eu-west-1"),
                            Optional.empty(),
                            before,
                            3));
            collected.addAll(page.items());
            before = page.next();
            pages++;
        } while (before.isPresent());
        assertEquals(remembering.all(), collected);
        assertEquals(3, pages);
    }

    @Test
    default void points_are_found_by_provider_type_region_and_time() {
        Instant later = NOON.plusSeconds(60);
        Remembering remembering =
                remembering().read(NOON, live("a", "0.50", 0, NOON)).read(later, live("a", "0.60", 0, later));
        for (PriceHistoryQuery none : List.of(
                new PriceHistoryQuery(
                        Optional.of("gcp"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        9),
                new PriceHistoryQuery(
                        Optional.empty(),
                        Optional.of("b"),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        9),
                new PriceHistoryQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("mars"),
                        Optional.empty(),
                        OptionalLong.empty(),
                        9))) {
            assertEquals(List.of(), remembering.history().newest(none).items());
        }
        var since = new PriceHistoryQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(later), OptionalLong.empty(), 9);
        assertEquals(
                List.of(point(live("a", "0.60", 0, later))),
                remembering.history().newest(since).items());
    }

    @Test
    default void what_held_at_a_moment_is_the_last_point_before_it() {
        Offer zone = Prices.inZone(live("a", "0.70", 0.3, NOON), "az2");
        Instant later = NOON.plusSeconds(60);
        Instant last = NOON.plusSeconds(120);
        Remembering remembering = remembering()
                .read(NOON, live("a", "0.50", 0.1, NOON), zone, live("b", "9", 0, NOON))
                .read(later, live("a", "0.51", 0.1, later), zone, live("b", "9", 0, NOON))
                .read(last, live("a", "0.52", 0.1, last), zone, live("b", "9", 0, NOON));
        assertEquals(
                List.of(point(live("a", "0.51", 0.1, later)), point(live("a", "0.52", 0.1, last)), point(zone)),
                remembering.history().since("aws", "a", "eu-west-1", last.minusSeconds(1)));
        assertEquals(List.of(), remembering.history().since("aws", "c", "eu-west-1", NOON));
    }
}
