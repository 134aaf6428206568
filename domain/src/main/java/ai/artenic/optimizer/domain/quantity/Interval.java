package ai.artenic.optimizer.domain.quantity;

import java.util.function.Function;

/// An estimate with its honest width: `low <= expected <= high`, in the unit of `T`.
public record Interval<T extends Comparable<? super T>>(T low, T expected, T high) {
    public Interval {
        if (low.compareTo(expected) > 0 || expected.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "Interval must be ordered, was low " + low + ", expected " + expected + ", high " + high);
        }
    }

    /// The interval with each of its three values mapped by an increasing function.
    public <R extends Comparable<? super R>> Interval<R> map(Function<? super T, ? extends R> increasing) {
        return new Interval<>(increasing.apply(low), increasing.apply(expected), increasing.apply(high));
    }
}
