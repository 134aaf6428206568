package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a job saved or could have saved. A job has one, so that nothing is counted twice.
public sealed interface Verdict {
    /// It did not succeed: its money is wasted, wherever it ran.
    record Failed() implements Verdict {}

    /// It cannot be held against anything.
    record NotComparable(Why why) implements Verdict {}

    /// It ran on the first choice of its recommendation.
    ///
    /// @param claim what that saved; empty where nothing tells what would have been done without
    /// @param actualOverPredicted its cost over the one that was predicted; empty where nothing was to be
    ///     paid
    /// @param isWithin whether its cost lies in the interval that was predicted
    record Followed(Optional<Claim> claim, OptionalDouble actualOverPredicted, boolean isWithin) implements Verdict {}

    /// It ran elsewhere than on the first choice, which would have been cheaper.
    ///
    /// @param alternative EUR on the first choice
    /// @param saving EUR, between nothing and the cost of the job
    record Open(Move move, Interval<Eur> alternative, Interval<Eur> saving) implements Verdict {}

    /// Nothing was known that is cheaper by enough to tell it from noise.
    record WithoutAlternative() implements Verdict {}

    /// What following a recommendation saved.
    ///
    /// @param claimed EUR by the two predictions of the recommendation, before the job ran
    /// @param realised EUR by what the job cost, at most that; below 0 where it cost more than without
    record Claim(BigDecimal claimed, BigDecimal realised) {}

    /// Why a job cannot be compared.
    enum Why {
        /// Its recommendation is not kept.
        RECOMMENDATION_NOT_KEPT,
        /// It had no recommendation, and the prices of its time are not known.
        NO_PRICES_OF_ITS_TIME,
        /// It had no recommendation, and where it ran is not among the prices of its time.
        PLACE_NOT_PRICED,
        /// It had no recommendation, and nothing that was to be had can carry it.
        NOTHING_FITS,
        /// It had no recommendation, and others with other workloads had used up the time of the report.
        TOO_MANY_WORKLOADS
    }
}
