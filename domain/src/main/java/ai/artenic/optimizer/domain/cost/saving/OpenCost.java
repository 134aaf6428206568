package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.math.BigDecimal;

/// What some jobs cost together, and what they would have cost elsewhere. Bounds are added up as if all
/// jobs erred the same way, as jobs of one kind do.
///
/// @param alternative EUR elsewhere
/// @param saving EUR, between nothing and `actual`
public record OpenCost(long jobs, BigDecimal actual, Interval<Eur> alternative, Interval<Eur> saving) {
    private static final Interval<Eur> NOTHING =
            new Interval<>(new Eur(BigDecimal.ZERO), new Eur(BigDecimal.ZERO), new Eur(BigDecimal.ZERO));

    public static final OpenCost NONE = new OpenCost(0, BigDecimal.ZERO, NOTHING, NOTHING);

    public OpenCost {
        actual = actual.stripTrailingZeros();
    }

    public OpenCost plus(OpenCost other) {
        return new OpenCost(
                jobs + other.jobs,
                actual.add(other.actual),
                sum(alternative, other.alternative),
                sum(saving, other.saving));
    }

    private static Interval<Eur> sum(Interval<Eur> one, Interval<Eur> other) {
        return new Interval<>(
                sum(one.low(), other.low()), sum(one.expected(), other.expected()), sum(one.high(), other.high()));
    }

    private static Eur sum(Eur one, Eur other) {
        return new Eur(one.amount().add(other.amount()));
    }
}
