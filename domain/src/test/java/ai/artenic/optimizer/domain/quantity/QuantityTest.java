package ai.artenic.optimizer.domain.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @Test
    void prices_that_differ_only_in_trailing_zeros_are_one_price() {
        assertEquals(EurPerHour.of("0.079"), EurPerHour.of("0.0790"));
        assertEquals(new Eur(new BigDecimal("5")), new Eur(new BigDecimal("5.00")));
    }

    @Test
    void a_negative_price_is_refused_by_its_value() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> EurPerHour.of("-0.1"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("-0.1"));
    }

    @Test
    void amounts_computed_in_floating_point_are_rounded_to_six_places_half_even() {
        assertEquals(new BigDecimal("0.333333"), Eur.of(1.0 / 3).amount());
        assertEquals(new BigDecimal("0.000002"), EurPerHour.of(0.0000025).amount());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void hours_and_gigabytes_cannot_hold_nonsense(double nonsense) {
        assertThrows(IllegalArgumentException.class, () -> new Hours(nonsense));
        assertThrows(IllegalArgumentException.class, () -> new GigaBytes(nonsense));
    }

    @Test
    void an_interval_must_be_ordered() {
        var interval = new Interval<>(new Hours(1), new Hours(2), new Hours(3));
        assertEquals(
                new Interval<>(new GigaBytes(2), new GigaBytes(4), new GigaBytes(6)),
                interval.map(h -> new GigaBytes(2 * h.value())));
        assertThrows(IllegalArgumentException.class, () -> new Interval<>(new Hours(3), new Hours(2), new Hours(4)));
        assertThrows(IllegalArgumentException.class, () -> new Interval<>(new Hours(1), new Hours(5), new Hours(4)));
    }

    @Test
    void quantities_are_ordered_by_their_value() {
        assertTrue(EurPerHour.of("0.9").compareTo(EurPerHour.of("0.10")) > 0);
        assertTrue(Eur.of(1).compareTo(Eur.of(2)) < 0);
        assertEquals(0, new GigaBytes(2).compareTo(new GigaBytes(2)));
    }
}
