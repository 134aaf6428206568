package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.PriceHistory;
import ai.artenic.optimizer.application.port.PriceHistoryQuery;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.application.port.PricePage;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.PricePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Live prices and their history in memory, gone with the process.
public final class InMemoryPriceLists implements PriceLists, PriceHistory {
    private final Map<Provider, Kept> kept = new HashMap<>();
    private final Set<Provider> workedAt = new HashSet<>();
    private final List<PricePoint> points = new ArrayList<>();

    private record Kept(long version, PriceList list) {
        Standing standing() {
            return new Standing(version, list.attemptedAt(), list.hasFailed());
        }
    }

    /// Without any list.
    public InMemoryPriceLists() {}

    @Override
    public synchronized Map<Provider, Standing> standings() {
        return kept.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().standing()));
    }

    @Override
    public synchronized Optional<PriceList> find(Provider provider) {
        return Optional.ofNullable(kept.get(provider)).map(Kept::list);
    }

    @Override
    public boolean workAt(Provider provider, long version, Function<Optional<PriceList>, PriceList> work) {
        if (!take(provider, version)) {
            return false;
        }
        try {
            keep(provider, version, work.apply(find(provider)));
            return true;
        } finally {
            release(provider);
        }
    }

    private synchronized boolean take(Provider provider, long version) {
        long current =
                Optional.ofNullable(kept.get(provider)).map(Kept::version).orElse(0L);
        return current == version && workedAt.add(provider);
    }

    private synchronized void keep(Provider provider, long version, PriceList list) {
        List<Offer> before = find(provider).map(PriceList::offers).orElse(List.of());
        points.addAll(PricePoint.changes(before, list.offers()));
        kept.put(provider, new Kept(version + 1, list));
    }

    private synchronized void release(Provider provider) {
        workedAt.remove(provider);
    }

    /// A point's place is its number in the order of keeping.
    @Override
    public synchronized PricePage newest(PriceHistoryQuery query) {
        var items = new ArrayList<PricePoint>();
        int last = 0;
        for (int place = (int) Math.min(points.size(), query.before().orElse(Long.MAX_VALUE)) - 1;
                place >= 0;
                place--) {
            if (!matches(points.get(place), query)) {
                continue;
            }
            if (items.size() == query.limit()) {
                return new PricePage(items, OptionalLong.of(last));
            }
            items.add(points.get(place));
            last = place;
        }
        return new PricePage(items, OptionalLong.empty());
    }

    private static boolean matches(PricePoint point, PriceHistoryQuery query) {
        OfferId id = point.id();
        return query.provider().map(id.provider().key()::equals).orElse(true)
                && query.instanceType().map(id.instanceType()::equals).orElse(true)
                && query.region().map(id.region()::equals).orElse(true)
                && query.since().map(since -> !point.from().isBefore(since)).orElse(true);
    }

    @Override
    public synchronized List<PricePoint> since(String provider, String instanceType, String region, Instant from) {
        var byOffer = new TreeMap<OfferId, List<PricePoint>>();
        points.stream()
                .filter(point -> point.id().provider().key().equals(provider)
                        && point.id().instanceType().equals(instanceType)
                        && point.id().region().equals(region))
                .sorted(Comparator.comparing(PricePoint::from))
                .forEach(point -> byOffer.computeIfAbsent(point.id(), id -> new ArrayList<>())
                        .add(point));
        return byOffer.values().stream()
                .flatMap(ofOne -> holding(ofOne, from).stream())
                .toList();
    }

    private static List<PricePoint> holding(List<PricePoint> points, Instant from) {
        int first = (int)
                points.stream().takeWhile(point -> point.from().isBefore(from)).count();
        return points.subList(Math.max(0, first - 1), points.size());
    }
}
