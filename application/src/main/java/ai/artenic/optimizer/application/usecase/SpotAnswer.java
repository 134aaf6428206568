package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.spot.SpotAdvice;
import java.time.Instant;
import java.util.List;

/// What comes of asking for advice on spot nodes.
public sealed interface SpotAnswer {
    /// @param offer whose prices count
    /// @param asOf when it was answered
    record Advised(Offer offer, SpotAdvice advice, String catalogSnapshotId, Instant asOf) implements SpotAnswer {}

    /// Nothing is on offer from the provider.
    ///
    /// @param known keys of those there are
    record UnknownProvider(List<String> known) implements SpotAnswer {}

    /// The provider does not offer the instance type.
    ///
    /// @param nearest a type of a similar name, if there is one; at most one
    record UnknownInstance(List<String> nearest) implements SpotAnswer {}

    /// The instance type is not offered in the region.
    ///
    /// @param regions where it is
    record UnknownRegion(List<String> regions) implements SpotAnswer {}

    /// It is offered on demand only.
    record NoSpotPrice() implements SpotAnswer {}
}
