package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;

/// What one workload really took and cost on one candidate.
///
/// @param pricePerHour price of one node, in the currency of `cost`
/// @param hours measured duration
/// @param cost measured cost
/// @param success whether the job came to its end
public record CandidatePoint(
        String workloadId,
        Workload workload,
        Machine machine,
        int nodes,
        double pricePerHour,
        double hours,
        double cost,
        boolean success) {}
