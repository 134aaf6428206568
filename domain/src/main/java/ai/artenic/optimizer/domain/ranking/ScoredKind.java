package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.spot.Hazard;

/// What candidates of one provider, machine, purchase option and node count share: all but the price.
///
/// @param estimate the workload on the machine
/// @param hazard of one node; of no meaning on demand
/// @param slowdown expected running time over uninterrupted running time, >= 1; 1 on demand
/// @param interruptions expected interruptions of the whole job; 0 on demand
/// @param billedHours hours on each node's bill for the expected hours
/// @param billing how the provider bills
/// @param base weighted sum of the parts other than cost
/// @param weight weight of the cost part
/// @param logCostPerPrice decimal logarithm of (expected cost / reference cost) at a price of 1 EUR per node hour
record ScoredKind(
        ShapeEstimate estimate,
        boolean spot,
        int nodes,
        Hazard hazard,
        double slowdown,
        double interruptions,
        double reliability,
        double billedHours,
        Billing billing,
        double base,
        double weight,
        double logCostPerPrice) {

    /// Expected hours of the job, interruptions included.
    double hours() {
        return estimate.duration().expected() * slowdown;
    }

    /// Expected EUR of the job at a price per node hour.
    double cost(double price) {
        return price * billedHours * nodes;
    }

    double score(double logPrice) {
        return base + weight * CostEfficiency.of(logPrice + logCostPerPrice);
    }
}
