package ai.artenic.optimizer.application.usecase;

import static ai.artenic.optimizer.application.contract.Prices.AWS;
import static ai.artenic.optimizer.application.contract.Prices.NOON;
import static ai.artenic.optimizer.application.contract.Prices.inZone;
import static ai.artenic.optimizer.application.contract.Prices.live;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.contract.Prices;
import ai.artenic.optimizer.application.inmemory.InMemoryPriceLists;
import ai.artenic.optimizer.application.port.PriceHistoryQuery;
import ai.artenic.optimizer.application.usecase.ListPrices.PricesAnswer;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ListPricesTest {
    private static final Instant NOW = NOON.plus(Duration.ofDays(10));

    private final InMemoryPriceLists lists = new InMemoryPriceLists();
    private final ListPrices prices = new ListPrices(lists, () -> NOW);

    private void keep(Offer... offers) {
        lists.workAt(AWS, 0, before -> Prices.read(before, NOON, offers));
    }

    private static PriceHistoryQuery query(Optional<String> region, OptionalLong before) {
        return new PriceHistoryQuery(Optional.of("aws"), Optional.of("g4dn"), region, Optional.empty(), before, 50);
    }

    @Test
    void spot_is_described_zone_by_zone_and_not_where_there_is_none() {
        Offer dear = inZone(live("g4dn", "1", 0.6, NOON), "b");
        Offer none = inZone(live("g4dn", "1", 0, NOON), "c");
        keep(live("g4dn", "1", 0.5, NOON), dear, none, live("p5", "9", 3, NOON));
        PricesAnswer answer = prices.list(query(Optional.of("eu-west-1"), OptionalLong.empty()));
        assertEquals(3, answer.page().items().size());
        assertEquals(NOW, answer.asOf());
        assertEquals(
                List.of(EurPerHour.of(0.5), EurPerHour.of(0.6)),
                answer.spot().values().stream().map(one -> one.p95()).toList());
        assertEquals(dear.id(), answer.spot().lastKey());
    }

    @Test
    void without_a_region_and_on_later_pages_spot_is_not_described() {
        keep(live("g4dn", "1", 0.5, NOON));
        assertEquals(
                0,
                prices.list(query(Optional.empty(), OptionalLong.empty()))
                        .spot()
                        .size());
        assertEquals(
                0,
                prices.list(query(Optional.of("eu-west-1"), OptionalLong.of(1)))
                        .spot()
                        .size());
    }
}
