package ai.artenic.optimizer.domain.cost.saving;

import java.util.List;

/// Jobs that would all have been cheaper by the same move.
///
/// @param jobIds of those that would have saved most
public record Opportunity(Move move, OpenCost cost, List<String> jobIds) {
    /// Jobs that are named at most.
    public static final int JOBS_NAMED_MOST = 5;

    public Opportunity {
        jobIds = List.copyOf(jobIds);
    }
}
