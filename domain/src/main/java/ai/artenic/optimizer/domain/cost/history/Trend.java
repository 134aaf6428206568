package ai.artenic.optimizer.domain.cost.history;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;

/// Where spending is going.
///
/// @param eurPerDay by how many euro the spending of a day rises from one to the next: the slope of the least-squares
///     line through the days; empty for less than two days
/// @param changeRatio change from the last whole period but one to the last whole one, over the former; empty where
///     there are no two, or nothing was spent in the former
public record Trend(OptionalDouble eurPerDay, OptionalDouble changeRatio) {

    /// @param daily spending of each day, none left out
    /// @param periods spending of each whole period
    static Trend of(List<BigDecimal> daily, List<BigDecimal> periods) {
        return new Trend(slope(daily), change(periods));
    }

    private static OptionalDouble slope(List<BigDecimal> daily) {
        int days = daily.size();
        if (days < 2) {
            return OptionalDouble.empty();
        }
        double middle = (days - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int day = 0; day < days; day++) {
            products += (day - middle) * daily.get(day).doubleValue();
            squares += (day - middle) * (day - middle);
        }
        return OptionalDouble.of(products / squares);
    }

    private static OptionalDouble change(List<BigDecimal> periods) {
        int last = periods.size() - 1;
        if (last < 1 || periods.get(last - 1).signum() == 0) {
            return OptionalDouble.empty();
        }
        BigDecimal before = periods.get(last - 1);
        return OptionalDouble.of(periods.get(last)
                .subtract(before)
                .divide(before, MathContext.DECIMAL64)
                .doubleValue());
    }
}
