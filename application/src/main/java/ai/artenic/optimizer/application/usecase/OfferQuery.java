package ai.artenic.optimizer.application.usecase;

import java.util.Optional;
import java.util.OptionalDouble;

/// Which offers to list.
///
/// @param gpuType canonical type or family name; `none` for offers without GPUs
/// @param maxPrice highest price in EUR per hour, of spot if `spot` is true, else on demand
/// @param spot only offers with a spot price (true) or without (false)
/// @param after only offers that come after this place in the order of the list
public record OfferQuery(
        Optional<String> provider,
        Optional<String> gpuType,
        Optional<String> region,
        OptionalDouble minGpuMemoryGb,
        OptionalDouble maxPrice,
        Optional<Boolean> spot,
        Sort sort,
        Optional<OfferPosition> after,
        int limit) {

    /// Orders of the list; ties in the order of the ids.
    public enum Sort {
        ID,
        PRICE
    }
}
