package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.domain.quantity.Interval;
import java.util.function.Function;

/// An estimate's interval as plain numbers.
record IntervalRow<N>(N low, N expected, N high) {
    static <T extends Comparable<? super T>, N> IntervalRow<N> of(Interval<T> interval, Function<T, N> number) {
        return new IntervalRow<>(
                number.apply(interval.low()), number.apply(interval.expected()), number.apply(interval.high()));
    }

    <T extends Comparable<? super T>> Interval<T> toDomain(Function<N, T> quantity) {
        return new Interval<>(quantity.apply(low), quantity.apply(expected), quantity.apply(high));
    }
}
