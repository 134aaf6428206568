package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.pricing.PricePoint;
import java.time.Instant;
import java.util.List;

/// Tells what prices were. Written with each change of the [PriceLists], by the same store.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface PriceHistory {
    /// The points that match, the one that was kept last first.
    PricePage newest(PriceHistoryQuery query);

    /// What holds and held since a moment: of each offer of the instance type in the region the points from then on,
    /// and the last one before; by offer, each in the order of time.
    List<PricePoint> since(String provider, String instanceType, String region, Instant from);
}
