package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.util.Optional;

/// A candidate with what it is expected to need and to cost, in no order: by the same estimates as a
/// ranking's.
///
/// @param pricePerHour price of one node under this purchase option
/// @param gpuMemoryRequired memory the job needs on each GPU; empty for candidates without GPUs
/// @param interrupted probability that the job is interrupted at least once, in [0, 1]; 0 on demand
public record CostedCandidate(
        Offer offer,
        boolean isSpot,
        int nodeCount,
        EurPerHour pricePerHour,
        Interval<Hours> estimatedHours,
        Interval<Eur> estimatedCost,
        Optional<Interval<GigaBytes>> gpuMemoryRequired,
        double interrupted) {

    /// The candidate as people read it: `aws/p4d.24xlarge/us-east-1 spot on 2 nodes`. No two of one survey
    /// share it.
    public String name() {
        return name(offer.id(), isSpot, nodeCount);
    }

    /// The name of a candidate with this offer, purchase option and node count.
    public static String name(OfferId offer, boolean isSpot, int nodeCount) {
        return offer + (isSpot ? " spot" : " on demand") + (nodeCount > 1 ? " on " + nodeCount + " nodes" : "");
    }
}
