package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ListOffersTest {
    private static final OfferQuery EVERYTHING = new OfferQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            OfferQuery.Sort.ID,
            Optional.empty(),
            500);
    private static final List<Offer> MARKET = List.of(
            Offers.gpu("aws", "l4", Gpus.L4, 1, 0.8, 0.3),
            Offers.gpu("aws", "a100", Gpus.A100_40, 8, 20, 0),
            Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 1.2),
            Offers.cpu("hetzner", "cx", 16, 32, 0.1, 0));

    private static ListOffers listing(List<Offer> offers) {
        var catalog = new InMemoryOfferCatalog();
        catalog.publish(new PublishedCatalog(Offers.snapshot(offers), List.of(), List.of()));
        return new ListOffers(catalog, InstantSource.fixed(Offers.OBSERVED));
    }

    private static List<String> ids(OfferQuery query) {
        return listing(MARKET).list(query).items().stream()
                .map(offer -> offer.id().toString())
                .toList();
    }

    private static OfferQuery query(
            Optional<String> provider, Optional<String> gpuType, OptionalDouble minMemory, Optional<Boolean> spot) {
        return new OfferQuery(
                provider,
                gpuType,
                Optional.empty(),
                minMemory,
                OptionalDouble.empty(),
                spot,
                OfferQuery.Sort.ID,
                Optional.empty(),
                500);
    }

    @Test
    void without_filters_everything_is_listed_in_the_order_of_the_ids() {
        assertEquals(
                List.of("aws/a100/eu-west-1", "aws/l4/eu-west-1", "gcp/a100/eu-west-1", "hetzner/cx/eu-west-1"),
                ids(EVERYTHING));
    }

    @Test
    void each_filter_keeps_what_it_names() {
        Optional<String> any = Optional.empty();
        OptionalDouble all = OptionalDouble.empty();
        assertEquals(
                2, ids(query(Optional.of("aws"), any, all, Optional.empty())).size());
        assertEquals(
                2, ids(query(any, Optional.of("a100"), all, Optional.empty())).size());
        assertEquals(
                1,
                ids(query(any, Optional.of("A100-80GB"), all, Optional.empty())).size());
        assertEquals(List.of("hetzner/cx/eu-west-1"), ids(query(any, Optional.of("none"), all, Optional.empty())));
        assertEquals(List.of("gcp/a100/eu-west-1"), ids(query(any, any, OptionalDouble.of(80), Optional.empty())));
        assertEquals(2, ids(query(any, any, all, Optional.of(true))).size());
        assertEquals(2, ids(query(any, any, all, Optional.of(false))).size());
    }

    @Test
    void by_price_the_cheapest_comes_first_and_the_limit_is_inclusive() {
        var cheap = new OfferQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of("EU-WEST-1"),
                OptionalDouble.empty(),
                OptionalDouble.of(2.5),
                Optional.empty(),
                OfferQuery.Sort.PRICE,
                Optional.empty(),
                500);
        assertEquals(List.of("hetzner/cx/eu-west-1", "aws/l4/eu-west-1", "gcp/a100/eu-west-1"), ids(cheap));
        var spot = new OfferQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(1.2),
                Optional.of(true),
                OfferQuery.Sort.PRICE,
                Optional.empty(),
                500);
        assertEquals(List.of("aws/l4/eu-west-1", "gcp/a100/eu-west-1"), ids(spot));
    }

    @Test
    void pages_hold_every_offer_once() {
        ListOffers listing = listing(Offers.seeded(3, 57));
        var seen = new ArrayList<OfferId>();
        Optional<OfferPosition> after = Optional.empty();
        do {
            OfferPage page = listing.list(new OfferQuery(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    OfferQuery.Sort.PRICE,
                    after,
                    10));
            page.items().forEach(offer -> seen.add(offer.id()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(57, seen.size());
        assertEquals(57, new HashSet<>(seen).size());
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended_even_if_that_offer_has_vanished() {
        for (OfferQuery.Sort sort : OfferQuery.Sort.values()) {
            List<Offer> offers = Offers.seeded(5, 30);
            OfferPage first = listing(offers).list(sorted(sort, Optional.empty()));
            Offer vanished = first.items().getLast();
            List<Offer> left =
                    offers.stream().filter(offer -> !offer.equals(vanished)).toList();
            OfferPage second = listing(left).list(sorted(sort, first.next()));
            OfferPage unchanged = listing(offers).list(sorted(sort, first.next()));
            assertEquals(unchanged.items(), second.items(), sort.name());
            assertEquals(10, second.items().size());
        }
    }

    private static OfferQuery sorted(OfferQuery.Sort sort, Optional<OfferPosition> after) {
        return new OfferQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                sort,
                after,
                10);
    }
}
