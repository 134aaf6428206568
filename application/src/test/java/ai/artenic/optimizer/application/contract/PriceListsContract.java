package ai.artenic.optimizer.application.contract;

import static ai.artenic.optimizer.application.contract.Prices.AWS;
import static ai.artenic.optimizer.application.contract.Prices.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.application.port.PriceLists.Standing;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.BadRow;
import ai.artenic.optimizer.domain.pricing.Coverage;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.QuarantineReason;
import ai.artenic.optimizer.domain.pricing.Quarantined;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every store of live prices promises.
public interface PriceListsContract {
    /// Without any list.
    PriceLists lists();

    private static PriceList oneOffer(String usd) {
        return Prices.read(Optional.empty(), NOON, Prices.live("g4dn", usd, 0.2, NOON));
    }

    @Test
    default void before_the_first_reading_there_is_nothing() {
        PriceLists lists = lists();
        assertEquals(Map.of(), lists.standings());
        assertEquals(Optional.empty(), lists.find(AWS));
    }

    @Test
    default void a_list_comes_back_as_it_was_kept() {
        PriceLists lists = lists();
        Offer zoned = Prices.inZone(Prices.live("g4dn", "0.5260", 0, NOON), "use1-az1");
        var report = new SourceReport(
                "Price List API",
                Provenance.Source.LIVE,
                3,
                List.of(new BadRow(7, "p5/-: price is -1")),
                Optional.of("timed out"),
                new Coverage(Set.of("eu-west-1", "mars-1"), Set.of("mars-1")));
        var list = new PriceList(
                AWS,
                List.of(
                        Prices.live("g4dn", "0.526", 0.2, NOON),
                        zoned,
                        Offers.rated(Offers.cpu("aws", "c7i", 4, 8, 0.17, 0.05), 0.10)),
                List.of(new Quarantined(zoned, QuarantineReason.PRICE_JUMP, "1 -> 20 EUR/h")),
                report,
                Optional.of(NOON),
                NOON.plusSeconds(60));
        assertTrue(lists.workAt(AWS, 0, _ -> list));
        assertEquals(Optional.of(list), lists.find(AWS));
        assertEquals(Map.of(AWS, new Standing(1, NOON.plusSeconds(60), true)), lists.standings());
    }

    @Test
    default void what_is_not_known_of_a_machine_stays_unknown() {
        PriceLists lists = lists();
        Offer offer = Prices.live("g4dn", "0.5", 0, NOON);
        var bare = new Offer(
                offer.id(),
                new Machine(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        offer.machine().accelerators()),
                offer.onDemand(),
                offer.spot(),
                true,
                offer.provenance());
        lists.workAt(AWS, 0, _ -> Prices.read(Optional.empty(), NOON, bare));
        assertEquals(List.of(bare), lists.find(AWS).orElseThrow().offers());
    }

    @Test
    default void work_is_given_the_list_until_now_and_raises_its_version() {
        PriceLists lists = lists();
        lists.workAt(AWS, 0, before -> {
            assertEquals(Optional.empty(), before);
            return oneOffer("0.50");
        });
        lists.workAt(AWS, 1, before -> {
            assertEquals(Optional.of(oneOffer("0.50")), before);
            return oneOffer("0.60");
        });
        assertEquals(Map.of(AWS, new Standing(2, NOON, false)), lists.standings());
        assertEquals(Optional.of(oneOffer("0.60")), lists.find(AWS));
    }

    @Test
    default void a_list_that_another_changed_meanwhile_is_not_taken() {
        PriceLists lists = lists();
        lists.workAt(AWS, 0, _ -> oneOffer("0.50"));
        assertFalse(lists.workAt(AWS, 0, _ -> oneOffer("0.60")));
        assertEquals(Optional.of(oneOffer("0.50")), lists.find(AWS));
    }

    @Test
    default void of_two_that_want_to_work_at_a_list_one_does() {
        PriceLists lists = lists();
        assertTrue(lists.workAt(AWS, 0, _ -> {
            assertFalse(lists.workAt(AWS, 0, _ -> oneOffer("0.60")));
            return oneOffer("0.50");
        }));
        assertEquals(Optional.of(oneOffer("0.50")), lists.find(AWS));
    }

    @Test
    default void work_at_one_provider_holds_up_no_other() {
        PriceLists lists = lists();
        var other = new Provider("runpod");
        lists.workAt(AWS, 0, _ -> {
            assertTrue(lists.workAt(
                    other, 0, _ -> PriceList.failed(other, Optional.empty(), Prices.failure("refused"), NOON)));
            return oneOffer("0.50");
        });
        assertEquals(2, lists.standings().size());
    }

    @Test
    default void work_that_throws_leaves_the_list_as_it_was_and_free() {
        PriceLists lists = lists();
        lists.workAt(AWS, 0, _ -> oneOffer("0.50"));
        assertThrows(
                IllegalStateException.class,
                () -> lists.workAt(AWS, 1, _ -> {
                    throw new IllegalStateException("broke");
                }));
        assertEquals(Optional.of(oneOffer("0.50")), lists.find(AWS));
        assertTrue(lists.workAt(AWS, 1, _ -> oneOffer("0.60")));
    }
}
