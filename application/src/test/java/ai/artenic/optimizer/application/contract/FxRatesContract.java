package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.port.FxRates;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store of exchange rates promises.
public interface FxRatesContract {
    LocalDate FRIDAY = LocalDate.of(2026, 10, 30);

    /// Without any rate.
    FxRates rates();

    private static FxRate rate(String currency, String perEur, LocalDate date) {
        return new FxRate(currency, new BigDecimal(perEur), date);
    }

    @Test
    default void of_each_currency_the_latest_date_counts_in_whatever_order_they_come() {
        FxRates rates = rates();
        assertEquals(List.of(), rates.newest());
        rates.keep(List.of(rate("USD", "1.1534", FRIDAY), rate("CHF", "0.93", FRIDAY)));
        rates.keep(List.of(rate("USD", "1.20", FRIDAY.minusDays(1)), rate("USD", "1.16", FRIDAY.plusDays(3))));
        assertEquals(List.of(rate("CHF", "0.93", FRIDAY), rate("USD", "1.16", FRIDAY.plusDays(3))), rates.newest());
    }

    @Test
    default void what_is_kept_of_a_day_stays() {
        FxRates rates = rates();
        rates.keep(List.of());
        rates.keep(List.of(rate("USD", "1.1534", FRIDAY)));
        rates.keep(List.of(rate("USD", "9", FRIDAY)));
        assertEquals(List.of(rate("USD", "1.1534", FRIDAY)), rates.newest());
    }
}
