package ai.artenic.optimizer.domain.spot;

import ai.artenic.optimizer.domain.workload.Resumption;

/// How much longer a job runs, and pays, because it is interrupted now and then.
///
/// @param checkpointing whether it resumes from its last checkpoint rather than from the start
/// @param checkpointHours time to write a checkpoint
/// @param restartHours time from interruption until it runs again
/// @param lifetimes of the nodes it runs on
public record SpotOverhead(boolean checkpointing, double checkpointHours, double restartHours, Lifetimes lifetimes) {
    /// Minutes to write a checkpoint, where the user does not say.
    public static final double USUAL_CHECKPOINT_MINUTES = 2;
    /// Minutes from interruption until the job runs again, where the user does not say.
    public static final double USUAL_RESTART_MINUTES = 6;
    private static final double LEAST_HOURS = 1e-6;
    /// Beyond this the job never ends; the factor stays finite so that costs stay comparable.
    private static final double MOST_FACTOR = 1e6;

    /// The overhead of a job; what is unstated counts as no checkpointing, 2 minutes to write and 6 to restart.
    public static SpotOverhead of(Resumption resumption) {
        return new SpotOverhead(
                resumption.checkpointing().orElse(false),
                resumption.checkpointWriteMinutes().orElse(USUAL_CHECKPOINT_MINUTES) / 60,
                resumption.restartMinutes().orElse(USUAL_RESTART_MINUTES) / 60,
                Lifetimes.MEASURED);
    }

    /// Checkpoint interval in hours that loses least: `sqrt(2 C / lambda)` (Young 1974, Daly 2006).
    public double checkpointIntervalHours(Hazard hazard) {
        return Math.sqrt(2 * Math.max(checkpointHours, LEAST_HOURS) / Math.max(hazard.perHour(), LEAST_HOURS));
    }

    /// Expected running time over uninterrupted running time, >= 1.
    ///
    /// With checkpoints every tau hours it is `exp(lambda R) (exp(lambda (tau + C)) - 1) / (lambda tau)`, in
    /// the median over measured zones 2 % off a replay, whatever the lifetimes, as tau is short. Without them a
    /// job of W hours runs until a node lives that long: `exp(lambda R) E[min(T, W)] / (W P(T > W))`. For
    /// memoryless nodes that is `exp(lambda R) (exp(lambda W) - 1) / (lambda W)`.
    public double factor(double hours, Hazard hazard) {
        double lambda = hazard.perHour();
        if (hours <= 0 || lambda * hours < Double.MIN_NORMAL) {
            return 1;
        }
        double whole = startingOver(hours, hazard);
        if (!checkpointing) {
            return whole;
        }
        double tau = checkpointIntervalHours(hazard);
        return tau >= hours ? whole : Math.min(whole, segment(lambda, tau, checkpointHours, tau));
    }

    private double startingOver(double hours, Hazard hazard) {
        double factor = Math.exp(hazard.perHour() * restartHours)
                * lifetimes.meanUpTo(hazard, hours)
                / (hours * lifetimes.survival(hazard, hours));
        return Math.clamp(factor, 1, MOST_FACTOR);
    }

    private double segment(double lambda, double run, double write, double useful) {
        double factor =
                Math.exp(lambda * restartHours) * Lifetimes.expMinusOne(lambda * (run + write)) / (lambda * useful);
        return Math.clamp(factor, 1, MOST_FACTOR);
    }
}
