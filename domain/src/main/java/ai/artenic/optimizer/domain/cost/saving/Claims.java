package ai.artenic.optimizer.domain.cost.saving;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/// How claims of savings held, over the jobs that followed their recommendation.
///
/// @param jobs that followed
/// @param claimedEur by the predictions, of those that have something to be compared with
/// @param realisedEur by what they cost, of the same
/// @param medianActualOverPredicted of the cost, to within 0.1 %; 1 where predictions are neither high nor
///     low
/// @param withinIntervalRatio share of the jobs whose cost lies in its predicted interval
public record Claims(
        long jobs,
        BigDecimal claimedEur,
        BigDecimal realisedEur,
        OptionalDouble medianActualOverPredicted,
        double withinIntervalRatio) {}
