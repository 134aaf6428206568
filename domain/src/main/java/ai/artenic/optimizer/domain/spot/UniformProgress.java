package ai.artenic.optimizer.domain.spot;

/// The choices of a [SpotPlan], moment by moment.
///
/// @param workHours without interruptions, > 0
/// @param deadlineHours from the start, >= workHours + restartHours
/// @param restartHours from taking a node until the job runs on it
public record UniformProgress(double workHours, double deadlineHours, double restartHours) {
    /// What a job does for the next moment.
    public enum Choice {
        SPOT,
        ON_DEMAND,
        WAIT
    }

    /// How a job stands.
    ///
    /// @param elapsedHours since the start
    /// @param progressHours work done
    /// @param savedHours work that would survive an interruption
    /// @param now what it does
    public record Standing(double elapsedHours, double progressHours, double savedHours, Choice now) {}

    /// What to do for the next moment.
    ///
    /// @param isSpotThere whether there is a spot node to run on, or the job runs on one
    /// @param moment hours until it is asked again
    public Choice next(Standing job, boolean isSpotThere, double moment) {
        double left = deadlineHours - job.elapsedHours();
        if (left <= workHours - job.savedHours() + restartHours + 2 * moment) {
            return Choice.ON_DEMAND;
        }
        double steady = workHours * job.elapsedHours() / deadlineHours;
        if (job.now() == Choice.ON_DEMAND) {
            boolean isWorthLeaving = job.progressHours() >= steady + 2 * restartHours * workHours / deadlineHours
                    && left > workHours - job.progressHours() + 2 * restartHours;
            return isSpotThere && isWorthLeaving ? Choice.SPOT : Choice.ON_DEMAND;
        }
        if (isSpotThere) {
            return Choice.SPOT;
        }
        return job.progressHours() < steady ? Choice.ON_DEMAND : Choice.WAIT;
    }
}
