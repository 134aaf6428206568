package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryFxRates;
import ai.artenic.optimizer.application.port.FxSource.Reading;
import ai.artenic.optimizer.application.usecase.RefreshRates.RatesAnswer;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshRatesTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 30);
    private static final FxRate DOLLAR = new FxRate("USD", new BigDecimal("1.1534"), FRIDAY);

    private final InMemoryFxRates store = new InMemoryFxRates();
    private Instant now = Instant.parse("2026-10-30T17:00:00Z");
    private Reading says = new Reading.Read(List.of(DOLLAR));
    private List<FxRate> inUse = List.of();
    private int asked;

    private final RefreshRates rates = new RefreshRates(
            () -> {
                asked++;
                return says;
            },
            store,
            this::use,
            () -> now,
            Duration.ofHours(12));

    private boolean use(List<FxRate> newest) {
        boolean isNew = !newest.equals(inUse);
        inUse = newest;
        return isNew;
    }

    @Test
    void new_rates_are_kept_and_taken_into_use_once() {
        assertTrue(rates.refresh().isChanged());
        assertFalse(rates.refresh().isChanged());
        assertEquals(List.of(DOLLAR), inUse);
        assertEquals(1, asked);
    }

    @Test
    void at_a_weekend_the_last_known_rate_stays_with_its_date() {
        rates.refresh();
        now = now.plus(Duration.ofDays(2));
        RatesAnswer sunday = rates.refresh();
        assertFalse(sunday.isChanged());
        assertEquals(Optional.empty(), sunday.report().lastError());
        assertEquals(List.of(DOLLAR), inUse);
        assertEquals(2, asked);
    }

    @Test
    void a_source_that_cannot_be_read_leaves_the_last_known_rates_and_says_so() {
        rates.refresh();
        says = new Reading.Failed("refused the connection");
        now = now.plus(Duration.ofDays(1));
        assertEquals(
                Optional.of("refused the connection"), rates.refresh().report().lastError());
        assertEquals(List.of(DOLLAR), inUse);
        now = now.plus(RefreshPrices.RETRY);
        rates.refresh();
        assertEquals(3, asked);
    }

    @Test
    void rates_older_than_a_week_are_named() {
        rates.refresh();
        now = now.plus(Duration.ofDays(9));
        assertEquals(
                Optional.of("the newest are of 2026-10-30"),
                rates.refresh().report().lastError());
    }

    @Test
    void what_another_replica_read_is_taken_into_use() {
        says = new Reading.Failed("refused the connection");
        assertFalse(rates.refresh().isChanged());
        store.keep(List.of(DOLLAR));
        assertTrue(rates.refresh().isChanged());
    }
}
