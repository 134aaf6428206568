package ai.artenic.optimizer.adapters.persistence.pricing;

import static ai.artenic.optimizer.application.contract.Prices.AWS;
import static ai.artenic.optimizer.application.contract.Prices.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.FxRatesContract;
import ai.artenic.optimizer.application.contract.PriceHistoryContract;
import ai.artenic.optimizer.application.contract.PriceListsContract;
import ai.artenic.optimizer.application.contract.Prices;
import ai.artenic.optimizer.application.port.FxRates;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.PriceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JdbiPricesTest implements PriceListsContract, PriceHistoryContract, FxRatesContract {
    @Override
    public PriceLists lists() {
        Workbench.clear();
        return Workbench.storage().priceLists();
    }

    @Override
    public Remembering remembering() {
        return new Remembering(lists(), Workbench.storage().priceHistory());
    }

    @Override
    public FxRates rates() {
        Workbench.clear();
        return Workbench.storage().fxRates();
    }

    private static PriceList list(String usd) {
        return Prices.read(Optional.empty(), NOON, Prices.live("g4dn", usd, 0, NOON));
    }

    @Test
    void a_worker_that_died_is_waited_for_until_its_lease_ends() {
        PriceLists lists = lists();
        lists.workAt(AWS, 0, _ -> {
            Workbench.run("update optimizer_price_lists set leased_until = clock_timestamp() - interval '1 second'");
            assertTrue(lists.workAt(AWS, 0, _ -> list("0.60")));
            return list("0.50");
        });
        assertEquals(Optional.of(list("0.60")), lists.find(AWS));
        assertEquals("1", Workbench.ask("select count(*) from optimizer_price_points"));
    }

    @Test
    void a_lease_from_before_the_clock_was_set_back_is_over() {
        PriceLists lists = lists();
        lists.workAt(AWS, 0, _ -> list("0.50"));
        Workbench.run("update optimizer_price_lists set leased_until = clock_timestamp() + interval '1 day'");
        assertTrue(lists.workAt(AWS, 1, _ -> list("0.60")));
        Workbench.run("update optimizer_price_lists set leased_until = clock_timestamp() + interval '1 minute'");
        assertFalse(lists.workAt(AWS, 2, _ -> list("0.70")));
    }

    @Test
    void a_list_of_57_000_offers_is_kept_packed_and_comes_back_the_same() {
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < 57_000; i++) {
            offers.add(Prices.inZone(
                    Prices.live("Standard_" + i % 800, "0." + (100_000 + i), i % 5 * 0.01, NOON), "zone-" + i / 800));
        }
        PriceLists lists = lists();
        PriceList large = PriceList.read(AWS, Optional.empty(), offers, Prices.report(57_000), NOON);
        assertTrue(lists.workAt(AWS, 0, _ -> large));
        assertEquals(Optional.of(large), lists.find(AWS));
        int bytes = Integer.parseInt(Workbench.ask("select length(list) from optimizer_price_lists"));
        assertTrue(bytes < 3_000_000, bytes + " bytes");
        assertEquals(
                Integer.toString(large.offers().size()), Workbench.ask("select count(*) from optimizer_price_points"));
    }

    @Test
    void a_name_with_a_character_that_text_cannot_hold_loses_no_other() {
        Remembering remembering =
                remembering().read(NOON, Prices.live("a\0b", "0.50", 0, NOON), Prices.live("c", "0.50", 0, NOON));
        assertEquals(
                List.of("c", "a?b"),
                remembering.all().stream()
                        .map(point -> point.id().instanceType())
                        .toList());
    }
}
