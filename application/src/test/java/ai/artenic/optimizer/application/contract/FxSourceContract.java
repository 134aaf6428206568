package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.application.port.FxSource;
import ai.artenic.optimizer.application.port.FxSource.Reading;
import ai.artenic.optimizer.domain.pricing.FxRate;
import org.junit.jupiter.api.Test;

/// What every source of exchange rates promises.
public interface FxSourceContract {
    /// A source that can be read and has rates.
    FxSource readableSource();

    /// A source of the same kind that cannot be read.
    FxSource brokenSource();

    @Test
    default void rates_of_one_date_are_read_each_currency_once() {
        var rates =
                assertInstanceOf(Reading.Read.class, readableSource().read()).rates();
        assertFalse(rates.isEmpty());
        assertEquals(1, rates.stream().map(FxRate::date).distinct().count());
        assertEquals(
                rates.size(), rates.stream().map(FxRate::currency).distinct().count());
    }

    @Test
    default void a_broken_source_says_why_in_one_line() {
        String reason =
                assertInstanceOf(Reading.Failed.class, brokenSource().read()).reason();
        assertFalse(reason.isBlank() || reason.contains("\n"), reason);
    }
}
