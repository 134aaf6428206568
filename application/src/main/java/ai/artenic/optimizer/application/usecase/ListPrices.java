package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.PriceHistory;
import ai.artenic.optimizer.application.port.PriceHistoryQuery;
import ai.artenic.optimizer.application.port.PricePage;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.pricing.PricePoint;
import ai.artenic.optimizer.domain.pricing.SpotStatistics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lists what prices were, newest first and in pages; and how spot prices moved, where the query names one instance
/// type in one region.
public final class ListPrices {
    private final PriceHistory history;
    private final InstantSource clock;

    public ListPrices(PriceHistory history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /// A page of the history.
    ///
    /// @param spot statistics of the last 30 days, by offer, on the first page; offers without a spot
    ///     price have none
    public record PricesAnswer(PricePage page, SortedMap<OfferId, SpotStatistics> spot, Instant asOf) {}

    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the history cannot be reached
    public PricesAnswer list(PriceHistoryQuery query) {
        Instant now = clock.instant();
        boolean isOfOne = query.provider().isPresent()
                && query.instanceType().isPresent()
                && query.region().isPresent()
                && query.before().isEmpty();
        return new PricesAnswer(history.newest(query), isOfOne ? spot(query, now) : new TreeMap<>(), now);
    }

    private SortedMap<OfferId, SpotStatistics> spot(PriceHistoryQuery query, Instant now) {
        Map<OfferId, List<PricePoint>> byOffer = history
                .since(
                        query.provider().orElseThrow(),
                        query.instanceType().orElseThrow(),
                        query.region().orElseThrow(),
                        now.minus(SpotStatistics.WINDOW))
                .stream()
                .collect(Collectors.groupingBy(PricePoint::id));
        var spot = new TreeMap<OfferId, SpotStatistics>();
        byOffer.forEach(
                (id, points) -> SpotStatistics.of(points, now).ifPresent(statistics -> spot.put(id, statistics)));
        return spot;
    }
}
