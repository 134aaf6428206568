package ai.artenic.optimizer.domain.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BillingTest {
    private static double billed(String provider, double hours) {
        return Billing.of(new Provider(provider)).hours(hours);
    }

    @Test
    void started_hours_minutes_and_seconds_count_in_full() {
        assertEquals(8, billed("hetzner", 7.01));
        assertEquals(7, billed("hetzner", 7));
        assertEquals(1, billed("ovh", 0.02));
        assertEquals(1.0 / 60, billed("lambda_labs", 0.001), 1e-12);
        assertEquals(30.0 / 60, billed("verda", 21.0 / 60), 1e-12);
        assertEquals(90.0 / 3600, billed("aws", 89.5 / 3600), 1e-12);
    }

    @Test
    void there_may_be_a_least_bill() {
        assertEquals(1.0 / 60, billed("aws", 3.0 / 3600), 1e-12);
        assertEquals(3.0 / 3600, billed("azure", 3.0 / 3600), 1e-12);
    }

    @Test
    void a_provider_that_is_not_known_bills_what_runs() {
        assertEquals(0.123456, billed("own-rack", 0.123456));
    }

    @Test
    void a_bill_never_falls_short_of_the_hours_and_never_falls_when_they_rise() {
        var random = new SplittableRandom(3);
        for (String provider : new String[] {"aws", "hetzner", "verda", "lambda_labs", "mine"}) {
            double previous = 0;
            double hours = 0;
            for (int i = 0; i < 500; i++) {
                hours += random.nextDouble() / 50;
                double bill = billed(provider, hours);
                assertTrue(bill >= hours && bill >= previous, provider + " " + hours);
                previous = bill;
            }
        }
    }

    @Test
    void units_without_meaning_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Billing(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Billing(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Billing(1, 5000));
    }
}
