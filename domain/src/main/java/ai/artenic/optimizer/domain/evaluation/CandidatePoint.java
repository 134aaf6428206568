package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.workload.Workload;

/// What one workload really took and cost on one candidate.
///
/// @param family workloads of one family are variants of one job
/// @param workload as it ran there: its batch grows with the GPUs
/// @param offer with the price of one node, in the currency of `cost`
/// @param hours measured duration
/// @param cost measured cost
/// @param success whether the job came to its end
public record CandidatePoint(
        String workloadId,
        String family,
        Workload workload,
        Offer offer,
        boolean isSpot,
        int nodes,
        double hours,
        double cost,
        boolean success) {

    public Machine machine() {
        return offer.machine();
    }

    /// Price of one node hour.
    public double pricePerHour() {
        return offer.onDemand().value();
    }
}
