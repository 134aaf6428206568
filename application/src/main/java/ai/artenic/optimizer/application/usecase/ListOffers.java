package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lists what is on offer, filtered and in pages.
public final class ListOffers {
    private final OfferCatalog catalog;
    private final InstantSource clock;

    public ListOffers(OfferCatalog catalog, InstantSource clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    public OfferPage list(OfferQuery query) {
        CatalogSnapshot snapshot = catalog.current().snapshot();
        List<Offer> following = snapshot.offers().stream()
                .filter(offer -> matches(offer, query))
                .filter(offer ->
                        query.after().map(place -> isAfter(offer, place, query)).orElse(true))
                .sorted(order(query))
                .toList();
        List<Offer> items = following.subList(0, Math.min(following.size(), query.limit()));
        Optional<OfferPosition> next = items.size() < following.size()
                ? Optional.of(new OfferPosition(
                        price(items.getLast(), query), items.getLast().id()))
                : Optional.empty();
        return new OfferPage(items, next, snapshot.id(), clock.instant());
    }

    private static boolean isAfter(Offer offer, OfferPosition place, OfferQuery query) {
        int byPrice =
                query.sort() == OfferQuery.Sort.PRICE ? price(offer, query).compareTo(place.price()) : 0;
        return byPrice == 0 ? offer.id().compareTo(place.id()) > 0 : byPrice > 0;
    }

    private static Comparator<Offer> order(OfferQuery query) {
        Comparator<Offer> byId = Comparator.comparing(Offer::id);
        return switch (query.sort()) {
            case ID -> byId;
            case PRICE ->
                Comparator.<Offer, EurPerHour>comparing(offer -> price(offer, query))
                        .thenComparing(byId);
        };
    }

    private static EurPerHour price(Offer offer, OfferQuery query) {
        return query.spot().orElse(false) ? offer.spot().orElse(offer.onDemand()) : offer.onDemand();
    }

    private static boolean matches(Offer offer, OfferQuery query) {
        return query.provider().map(offer.id().provider().key()::equals).orElse(true)
                && query.region().map(offer.id().region()::equalsIgnoreCase).orElse(true)
                && query.spot().map(spot -> spot == offer.spot().isPresent()).orElse(true)
                && matchesGpu(offer, query)
                && (query.maxPrice().isEmpty()
                        || price(offer, query).value() <= query.maxPrice().getAsDouble());
    }

    private static boolean matchesGpu(Offer offer, OfferQuery query) {
        Optional<Accelerators> accelerators = offer.machine().accelerators();
        boolean type = query.gpuType()
                .map(wanted -> accelerators
                        .map(has -> isOfType(has.gpu().type(), wanted))
                        .orElse(wanted.equalsIgnoreCase("none")))
                .orElse(true);
        boolean memory = query.minGpuMemoryGb().isEmpty()
                || accelerators
                        .map(has -> has.memoryGbEach() >= query.minGpuMemoryGb().getAsDouble())
                        .orElse(false);
        return type && memory;
    }

    private static boolean isOfType(String type, String wanted) {
        String has = type.toLowerCase(Locale.ROOT);
        String asked = wanted.toLowerCase(Locale.ROOT);
        return has.equals(asked) || has.startsWith(asked + "-");
    }
}
