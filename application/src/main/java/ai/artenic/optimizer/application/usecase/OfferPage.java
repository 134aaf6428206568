package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.offer.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A page of offers of one catalogue snapshot.
///
/// @param next the place of this page's last offer, if more follow
public record OfferPage(List<Offer> items, Optional<OfferPosition> next, String catalogSnapshotId, Instant asOf) {
    public OfferPage {
        items = List.copyOf(items);
    }
}
