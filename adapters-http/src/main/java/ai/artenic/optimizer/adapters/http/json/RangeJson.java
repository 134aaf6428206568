package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.quantity.Interval;
import java.util.function.ToDoubleFunction;

/// An estimate with its width, in the unit that ends the field's name.
public record RangeJson(double low, double expected, double high) {
    static <T extends Comparable<? super T>> RangeJson from(Interval<T> interval, ToDoubleFunction<T> value) {
        return new RangeJson(
                value.applyAsDouble(interval.low()),
                value.applyAsDouble(interval.expected()),
                value.applyAsDouble(interval.high()));
    }
}
