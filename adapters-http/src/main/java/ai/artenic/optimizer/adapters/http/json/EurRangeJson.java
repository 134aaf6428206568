package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.math.BigDecimal;

/// An estimated amount of money in EUR with its width.
public record EurRangeJson(BigDecimal low, BigDecimal expected, BigDecimal high) {
    static EurRangeJson from(Interval<Eur> interval) {
        return new EurRangeJson(Money.of(interval.low()), Money.of(interval.expected()), Money.of(interval.high()));
    }
}
