package ai.artenic.optimizer.domain.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricingRulesTest {
    private static final Provider AWS = new Provider("aws");
    private static final SourceReport REPORT =
            new SourceReport("api", Provenance.Source.LIVE, 1, List.of(), Optional.empty());
    private static final Instant NOW = Offers.OBSERVED.plusSeconds(60);

    private static PriceList live(Offer... offers) {
        return PriceList.read(AWS, Optional.empty(), List.of(offers), REPORT, NOW);
    }

    private static Offer priced(String usd, double rate, double spotUsd) {
        Offer offer = Offers.gpu("aws", "g4dn", Gpus.T4, 1, 1, 0);
        var price = new BigDecimal(usd);
        var perEur = BigDecimal.valueOf(rate);
        Provenance old = offer.provenance();
        return new Offer(
                offer.id(),
                offer.machine(),
                new EurPerHour(price.divide(perEur, 6, RoundingMode.HALF_EVEN)),
                Optional.of(EurPerHour.of(spotUsd / rate)),
                true,
                new Provenance(Provenance.Source.LIVE, "api", old.observedAt(), price, "USD", perEur, old.fxDate()));
    }

    @Test
    void a_list_without_offers_leaves_the_snapshot_in_place() {
        Offer bundled = Offers.cpu("aws", "m5", 4, 16, 0.2, 0);
        assertEquals(List.of(bundled), OfferPrecedence.merge(List.of(bundled), List.of(live()), List.of()));
    }

    @Test
    void hardware_that_a_live_source_does_not_say_is_taken_from_the_snapshot_of_any_region() {
        Offer bundled = Offers.gpu("aws", "g4dn", Gpus.T4, 1, 0.5, 0.2);
        var unsaid = new Machine(
                OptionalDouble.empty(), OptionalDouble.of(99), bundled.machine().accelerators());
        Offer fresh = Offers.offer("aws", "g4dn", "mars-1", unsaid, 0.6, 0);
        Offer merged = OfferPrecedence.merge(List.of(bundled), List.of(live(fresh)), List.of())
                .getFirst();
        assertEquals(bundled.machine().vcpus(), merged.machine().vcpus());
        assertEquals(OptionalDouble.of(99), merged.machine().memoryGb());
        assertEquals(fresh.provenance(), merged.provenance());
        assertEquals(Optional.empty(), merged.spot());
    }

    @Test
    void an_own_price_stands_above_a_live_one_of_the_same_offer() {
        Offer fresh = Offers.cpu("aws", "m5", 4, 16, 0.2, 0);
        Offer own = Offers.repriced(fresh, 0.5);
        assertEquals(List.of(own), OfferPrecedence.merge(List.of(), List.of(live(fresh)), List.of(own)));
    }

    @Test
    void when_most_offers_vanished_the_list_says_when_it_was_last_believed() {
        PriceList good = live(
                Offers.cpu("aws", "a", 4, 16, 0.2, 0),
                Offers.cpu("aws", "b", 4, 16, 0.2, 0),
                Offers.cpu("aws", "c", 4, 16, 0.2, 0));
        PriceList after = PriceList.read(AWS, Optional.of(good), List.of(), REPORT, NOW.plusSeconds(9));
        assertEquals(good.offers(), after.offers());
        assertEquals(Optional.of(NOW), after.readAt());
        assertEquals(1, after.quarantined().size());
    }

    private static Offer in(String region, String type, double price) {
        return Offers.offer(
                "aws", type, region, Offers.cpu("aws", type, 4, 16, 1, 0).machine(), price, 0);
    }

    private static SourceReport covering(Set<String> regions, Set<String> failed) {
        return REPORT.covering(new Coverage(regions, failed));
    }

    @Test
    void a_region_that_could_not_be_read_keeps_its_offers_at_their_age_and_does_not_count_as_vanished() {
        Offer failed = in("mars-1", "a", 0.2);
        PriceList before = live(failed, in("mars-1", "b", 0.2), in("eu-1", "a", 0.2));
        Offer fresh = in("eu-1", "a", 0.3);
        SourceReport report = covering(Set.of("eu-1", "mars-1"), Set.of("mars-1"));

        PriceList after = PriceList.read(AWS, Optional.of(before), List.of(fresh), report, NOW.plusSeconds(9));

        assertEquals(List.of(fresh, failed, in("mars-1", "b", 0.2)), after.offers());
        assertEquals(List.of(), after.quarantined());
        assertEquals(Optional.of(NOW.plusSeconds(9)), after.readAt());
    }

    @Test
    void a_region_that_is_not_read_any_more_is_the_snapshots_again() {
        PriceList before = live(in("mars-1", "a", 0.2), in("eu-1", "a", 0.2));
        Offer fresh = in("eu-1", "a", 0.3);
        PriceList after = PriceList.read(
                AWS, Optional.of(before), List.of(fresh), covering(Set.of("eu-1"), Set.of()), NOW.plusSeconds(9));
        Offer bundled = in("mars-1", "a", 0.1);

        assertEquals(List.of(fresh), after.offers());
        assertEquals(
                List.of(bundled, fresh),
                OfferPrecedence.merge(List.of(bundled, in("eu-1", "gone", 1)), List.of(after), List.of()));
    }

    @Test
    void after_an_attempt_that_failed_the_regions_are_those_of_the_last_reading() {
        PriceList read = PriceList.read(
                AWS, Optional.empty(), List.of(in("eu-1", "a", 0.3)), covering(Set.of("eu-1"), Set.of()), NOW);
        PriceList failed = PriceList.failed(AWS, Optional.of(read), REPORT, NOW.plusSeconds(9));
        Offer bundled = in("mars-1", "a", 0.1);

        assertEquals(
                List.of(bundled, in("eu-1", "a", 0.3)),
                OfferPrecedence.merge(List.of(bundled), List.of(failed), List.of()));
    }

    @Test
    void exchange_rates_alone_change_no_price() {
        Offer before = priced("3.06", 1.0831, 0.9182);
        assertEquals(List.of(), PricePoint.changes(List.of(before), List.of(priced("3.0600", 1.1534, 0.9182))));
        assertEquals(
                1,
                PricePoint.changes(List.of(before), List.of(priced("3.06", 1.0831, 0.9183)))
                        .size());
        assertEquals(
                1,
                PricePoint.changes(List.of(before), List.of(priced("3.07", 1.0831, 0.9182)))
                        .size());
        assertEquals(1, PricePoint.changes(List.of(), List.of(before)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1", "7"})
    void a_discount_that_makes_prices_negative_or_nothing_is_none(String share) {
        assertThrows(IllegalArgumentException.class, () -> new Discounts(Map.of(AWS, new BigDecimal(share))));
    }

    @Test
    void a_discount_is_rounded_to_six_places_and_named() {
        Offer paid = new Discounts(Map.of(AWS, new BigDecimal("0.125")))
                .apply(Offers.cpu("aws", "m5", 4, 16, 0.333333, 0.3));
        assertEquals(EurPerHour.of("0.291666"), paid.onDemand());
        assertEquals("test, less 12.5 % discount", paid.provenance().origin());
    }
}
