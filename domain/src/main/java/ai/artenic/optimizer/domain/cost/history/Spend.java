package ai.artenic.optimizer.domain.cost.history;

import java.math.BigDecimal;

/// What some jobs cost together, exactly.
///
/// @param costEur of all of them
/// @param hours from start to end of each, added up
/// @param failedJobs those of them that did not succeed
/// @param wastedEur cost of the failed ones, part of `costEur`
public record Spend(BigDecimal costEur, long jobs, BigDecimal hours, long failedJobs, BigDecimal wastedEur) {
    public static final Spend NONE = new Spend(BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO);

    public Spend {
        costEur = costEur.stripTrailingZeros();
        hours = hours.stripTrailingZeros();
        wastedEur = wastedEur.stripTrailingZeros();
    }

    public Spend plus(Spend other) {
        return new Spend(
                costEur.add(other.costEur),
                jobs + other.jobs,
                hours.add(other.hours),
                failedJobs + other.failedJobs,
                wastedEur.add(other.wastedEur));
    }
}
