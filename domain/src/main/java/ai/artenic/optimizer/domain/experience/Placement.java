package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Provider;

/// Where a job runs or ran.
///
/// @param nodes at least 1
/// @param pricePerHour of one node, > 0
public record Placement(Provider provider, String instanceType, Machine machine, int nodes, double pricePerHour) {
    public Placement {
        if (nodes < 1 || !(pricePerHour > 0)) {
            throw new IllegalArgumentException(
                    "Placement needs a node and a price, was " + nodes + " nodes at " + pricePerHour);
        }
    }
}
