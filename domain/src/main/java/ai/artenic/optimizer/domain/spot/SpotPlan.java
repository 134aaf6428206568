package ai.artenic.optimizer.domain.spot;

/// How a job that makes checkpoints uses spot nodes and is done in time all the same ("uniform progress", Wu
/// and others, NSDI 2024): it runs on spot nodes while there are any; while there are none it waits if it is
/// ahead of steady progress towards the limit, and else runs on demand; and it stays on demand once no more
/// time can be lost.
///
/// @param deadlineHours from the start to the limit
/// @param workHours without interruptions
/// @param requiredProgress hours of work per hour that steady progress takes, <= 1 where the limit can be kept
/// @param slackHours what can be lost until the job must stay on demand
/// @param leastCost EUR if spot nodes are always there
/// @param greatestCost EUR if they never are
public record SpotPlan(
        double deadlineHours,
        double workHours,
        double requiredProgress,
        double slackHours,
        double leastCost,
        double greatestCost) {
    /// Whether the limit can be kept at all.
    public boolean isFeasible() {
        return slackHours >= 0;
    }
}
