package ai.artenic.optimizer.domain.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.SanityGate.Inspection;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SanityGateTest {
    private static final Offer H100X8 = Offers.gpu("aws", "p5", Gpus.H100, 8, 50, 20);

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static QuarantineReason reason(Offer offer, Offer... lastGood) {
        Inspection inspection = SanityGate.inspect(List.of(offer), List.of(lastGood));
        assertEquals(1, inspection.quarantined().size(), inspection.toString());
        return inspection.quarantined().getFirst().reason();
    }

    @Test
    void a_price_of_zero_is_not_believed() {
        assertEquals(QuarantineReason.ZERO_PRICE, reason(Offers.gpu("gcp", "a", Gpus.H100, 1, 0, 0)));
    }

    @Test
    void a_gpu_for_next_to_nothing_is_not_believed() {
        assertEquals(QuarantineReason.NEAR_ZERO_PRICE, reason(Offers.gpu("x", "h", Gpus.H100, 8, 0.01, 0)));
        assertEquals(QuarantineReason.NEAR_ZERO_PRICE, reason(Offers.gpu("x", "h", Gpus.H100, 8, 20, 0.01)));
        assertEquals(QuarantineReason.NEAR_ZERO_PRICE, reason(Offers.cpu("x", "c", 64, 256, 0.0001, 0)));
    }

    @Test
    void spot_above_on_demand_is_not_believed_but_equal_is() {
        assertEquals(QuarantineReason.SPOT_ABOVE_ON_DEMAND, reason(Offers.gpu("x", "t", Gpus.T4, 1, 0.5, 0.51)));
        assertTrue(SanityGate.inspect(List.of(Offers.gpu("x", "t", Gpus.T4, 1, 0.5, 0.5)), List.of())
                .quarantined()
                .isEmpty());
    }

    @ParameterizedTest(name = "x{0} is {1}")
    @CsvSource({
        "0.125, PER_GPU_PER_NODE_MIX_UP",
        "8, PER_GPU_PER_NODE_MIX_UP",
        "7.3, PER_GPU_PER_NODE_MIX_UP",
        "0.116, PER_GPU_PER_NODE_MIX_UP",
        "11, PRICE_JUMP",
        "0.09, PRICE_JUMP"
    })
    void a_jump_against_the_last_good_price_is_not_believed(double factor, QuarantineReason expected) {
        assertEquals(expected, reason(Offers.repriced(H100X8, factor), H100X8));
    }

    @ParameterizedTest
    @CsvSource({"0.56", "1.16", "0.5", "2", "3"})
    void real_price_moves_pass(double factor) {
        Offer moved = Offers.repriced(H100X8, factor);
        assertEquals(new Inspection(List.of(moved), List.of()), SanityGate.inspect(List.of(moved), List.of(H100X8)));
    }

    @Test
    void a_spot_price_that_jumps_is_not_believed_although_the_price_on_demand_stays() {
        Offer before = Offers.gpu("x", "h", Gpus.H100, 8, 20, 15);
        for (var spot : Map.of(
                        1.875, QuarantineReason.PER_GPU_PER_NODE_MIX_UP,
                        1.4, QuarantineReason.PRICE_JUMP)
                .entrySet()) {
            Offer after = Offers.gpu("x", "h", Gpus.H100, 8, 20, spot.getKey());
            Inspection inspection = SanityGate.inspect(List.of(after), List.of(before));
            assertEquals(List.of(before), inspection.accepted());
            assertEquals(spot.getValue(), inspection.quarantined().getFirst().reason());
        }
        Offer cheaper = Offers.gpu("x", "h", Gpus.H100, 8, 20, 4);
        assertEquals(
                new Inspection(List.of(cheaper), List.of()), SanityGate.inspect(List.of(cheaper), List.of(before)));
    }

    @Test
    void the_last_good_offer_stays_in_place_of_one_that_is_held_back() {
        Inspection inspection = SanityGate.inspect(List.of(Offers.repriced(H100X8, 11)), List.of(H100X8));
        assertEquals(List.of(H100X8), inspection.accepted());
        assertTrue(inspection.quarantined().getFirst().detail().contains("50.000000 -> 550.000000"));
    }

    @Test
    void when_most_offers_vanish_the_last_good_ones_stay() {
        List<Offer> before = Offers.seeded(1, 100);
        Inspection inspection = SanityGate.inspect(before.subList(0, 40), before);
        assertEquals(before, inspection.accepted());
        assertEquals(
                QuarantineReason.VANISHED_MAJORITY,
                inspection.quarantined().getFirst().reason());
        assertTrue(
                SanityGate.inspect(before.subList(0, 60), before).quarantined().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_offer_is_accepted_or_named_and_good_ones_are_never_lost(long seed) {
        List<Offer> offers = Offers.seeded(seed, 50);
        Inspection inspection = SanityGate.inspect(offers, List.of());
        assertEquals(
                offers.size(),
                inspection.accepted().size() + inspection.quarantined().size());
        assertEquals(List.of(), inspection.quarantined());
    }

    @Test
    void a_source_that_takes_prices_per_gpu_for_prices_per_node_is_noticed_at_its_first_reading() {
        Offer perGpu = Offers.repriced(H100X8, 0.125);
        Offer unlisted = Offers.gpu("aws", "new", Gpus.H100, 8, 50, 20);
        Inspection first = SanityGate.inspect(List.of(perGpu, unlisted), List.of(), List.of(H100X8));
        assertEquals(List.of(unlisted), first.accepted());
        assertEquals(
                QuarantineReason.PER_GPU_PER_NODE_MIX_UP,
                first.quarantined().getFirst().reason());
    }

    @Test
    void a_bid_floor_of_a_cent_for_a_b200_is_not_believed() {
        var b200 = new Gpu(
                "B200",
                OptionalInt.of(99),
                OptionalDouble.of(180),
                OptionalDouble.of(8000),
                OptionalDouble.of(80),
                OptionalDouble.of(1100),
                OptionalDouble.of(2250),
                OptionalDouble.of(2250),
                OptionalDouble.of(4500),
                OptionalDouble.of(900));
        assertEquals(QuarantineReason.NEAR_ZERO_PRICE, reason(Offers.gpu("x", "b200", b200, 1, 0.01, 0)));
        assertEquals(QuarantineReason.NEAR_ZERO_PRICE, reason(Offers.gpu("x", "b200", b200, 8, 0.01, 0)));
    }

    @Test
    void every_held_back_price_says_its_numbers() {
        for (Offer absurd : List.of(
                Offers.gpu("x", "h", Gpus.H100, 8, 0, 0),
                Offers.gpu("x", "h", Gpus.H100, 8, 0.01, 0),
                Offers.gpu("x", "h", Gpus.H100, 8, 20, 21),
                Offers.repriced(H100X8, 8))) {
            String detail = SanityGate.inspect(List.of(absurd), List.of(H100X8))
                    .quarantined()
                    .getFirst()
                    .detail();
            assertTrue(detail.matches(".*\\d.*"), detail);
        }
        List<Offer> before = Offers.seeded(1, 100);
        assertEquals(
                "only 40 of 100 offers were left",
                SanityGate.inspect(before.subList(0, 40), before)
                        .quarantined()
                        .getFirst()
                        .detail());
    }

    @Test
    void a_rate_divides_and_is_never_zero() {
        var dollar = new FxRate("USD", new BigDecimal("1.1567"), LocalDate.of(2026, 8, 14));
        assertEquals(EurPerHour.of("18.985044"), dollar.toEur(new BigDecimal("21.96")));
        assertThrows(
                IllegalArgumentException.class, () -> new FxRate("USD", BigDecimal.ZERO, LocalDate.of(2026, 8, 14)));
    }
}
