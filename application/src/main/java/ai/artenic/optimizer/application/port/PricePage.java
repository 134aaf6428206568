package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.pricing.PricePoint;
import java.util.List;
import java.util.OptionalLong;

/// A page of price points.
///
/// @param next the place of this page's last point, if more follow
public record PricePage(List<PricePoint> items, OptionalLong next) {
    public PricePage {
        items = List.copyOf(items);
    }
}
