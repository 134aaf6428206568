package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import java.util.Optional;
import java.util.OptionalInt;

/// Where a job ran, for how long and for how much.
///
/// @param nodeCount nodes, where it is known
/// @param hours from start to end, >= 0
/// @param cost of the whole job
public record Run(
        Provider provider,
        String instanceType,
        Optional<String> region,
        boolean isSpot,
        OptionalInt nodeCount,
        double hours,
        Eur cost) {
    public Run {
        if (!(hours >= 0) || Double.isInfinite(hours)) {
            throw new IllegalArgumentException("Run hours must not be negative, were " + hours);
        }
        if (cost.amount().signum() < 0) {
            throw new IllegalArgumentException("Run cost must not be negative, was " + cost.amount());
        }
    }

    public Place place() {
        return new Place(provider, instanceType, region, isSpot, nodeCount);
    }

    /// Whether the job can have run on this candidate. A region or a number of nodes that is not known can be any.
    public boolean canBeOn(InstanceRecommendation ranked) {
        return place().canBe(Place.of(ranked));
    }
}
