package ai.artenic.optimizer.domain.spot;

import ai.artenic.optimizer.domain.quantity.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whether a job should run on spot nodes, with the figures that decide.
///
/// @param verdict yes, no, or not enough is known
/// @param reason in words, with the figures
/// @param savingsRatio 1 - spot price / on-demand price; negative where spot is dearer
/// @param hazard of one node per hour: the 10 % quantile, the mean and the 90 % quantile of what is believed
/// @param evidence of own jobs
/// @param interrupted probability that any node is interrupted at least once in this job
/// @param cost what the job costs either way
/// @param checkpointIntervalHours that loses least; empty where the job makes no checkpoints
/// @param breakEvenHazard of one node, above which spot costs more than on demand; empty if it does even
///     without interruptions
/// @param plan how to keep to the time limit, if there is one
public record SpotAdvice(
        Verdict verdict,
        String reason,
        double savingsRatio,
        Interval<Double> hazard,
        SpotEvidence evidence,
        Optional<ProviderRate> rate,
        Interrupted interrupted,
        Cost cost,
        OptionalDouble checkpointIntervalHours,
        OptionalDouble breakEvenHazard,
        Optional<SpotPlan> plan) {
    /// Three answers, for a guess is none.
    public enum Verdict {
        YES,
        NO,
        INSUFFICIENT_EVIDENCE
    }

    /// Of at least one interruption in this job, in [0, 1].
    ///
    /// @param lower10 by the 10 % quantile of the hazard
    /// @param expected over all that is believed of the hazard
    /// @param upper90 by the 90 % quantile, by which is decided
    public record Interrupted(double lower10, double expected, double upper90) {}

    /// EUR of the whole job.
    ///
    /// @param onDemand without interruptions
    /// @param expectedSpot by the whole model: checkpoints, rework and restarts at the mean hazard
    /// @param firstOrderSpot `spot cost + expected preemptions x retry overhead`, with the rework of half an
    ///     interval and the restart as overhead
    public record Cost(double onDemand, double expectedSpot, double firstOrderSpot) {}
}
