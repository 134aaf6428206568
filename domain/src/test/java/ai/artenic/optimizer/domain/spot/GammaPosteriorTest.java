package ai.artenic.optimizer.domain.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaPosteriorTest {
    @ParameterizedTest(name = "of one event, the {0} quantile is that of the exponential law")
    @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9, 0.999})
    void one_event_makes_an_exponential_belief(double probability) {
        assertEquals(-Math.log1p(-probability) / 3, new GammaPosterior(1, 3).quantile(probability), 1e-12);
    }

    @ParameterizedTest(name = "twice the {2} quantile of {0} events is chi-squared with twice as many degrees: {1}")
    @CsvSource({"0.5, 2.705543454, 0.9", "2.5, 9.236356900, 0.9", "5, 4.865182052, 0.1", "50, 118.498003814, 0.9"})
    void quantiles_are_those_of_chi_squared(double events, double chiSquared, double probability) {
        assertEquals(chiSquared / 2, new GammaPosterior(events, 1).quantile(probability), 1e-8);
    }

    @Test
    void a_rate_that_is_next_to_nothing_is_worth_half_an_event_and_is_not_taken_for_nothing() {
        GammaPosterior belief = GammaPosterior.around(1e-4, 24);
        assertEquals(0.5, belief.events(), 1e-12);
        assertEquals(1e-4, belief.mean(), 1e-12);
        assertTrue(belief.quantile(0.9) > 2e-4);
    }

    @Test
    void a_belief_without_events_or_hours_is_none() {
        assertThrows(IllegalArgumentException.class, () -> new GammaPosterior(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new GammaPosterior(1, Double.NaN));
    }
}
