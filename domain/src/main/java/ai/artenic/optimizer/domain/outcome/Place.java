package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import java.util.Optional;
import java.util.OptionalInt;

/// Where a job ran or can run, as far as it is known.
///
/// @param nodes of the whole job
public record Place(
        Provider provider, String instanceType, Optional<String> region, boolean isSpot, OptionalInt nodes) {
    /// The place of a candidate, all of which is known.
    public static Place of(InstanceRecommendation ranked) {
        return new Place(
                ranked.offer().id().provider(),
                ranked.offer().id().instanceType(),
                Optional.of(ranked.offer().id().region()),
                ranked.isSpot(),
                OptionalInt.of(ranked.nodeCount()));
    }

    /// Whether both can be one place. A region or a number of nodes that is not known can be any.
    public boolean canBe(Place other) {
        return provider.equals(other.provider)
                && instanceType.equals(other.instanceType)
                && isSpot == other.isSpot
                && (region.isEmpty() || other.region.isEmpty() || region.equals(other.region))
                && (nodes.isEmpty() || other.nodes.isEmpty() || nodes.equals(other.nodes));
    }

    /// The same machines, not to be taken back.
    public Place onDemand() {
        return new Place(provider, instanceType, region, false, nodes);
    }
}
