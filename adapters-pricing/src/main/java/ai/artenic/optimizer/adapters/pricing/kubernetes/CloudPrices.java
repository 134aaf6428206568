package ai.artenic.optimizer.adapters.pricing.kubernetes;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the bundled snapshot says that the machines under a cluster cost.
final class CloudPrices {
    private final Function<Provider, List<Offer>> clouds;
    private final Map<Provider, Map<String, List<Offer>>> byType = new HashMap<>();

    /// @param clouds the bundled offers of a provider
    CloudPrices(Function<Provider, List<Offer>> clouds) {
        this.clouds = clouds;
    }

    /// The cloud's offer of such a machine in the node's zone or region, or where it costs the same everywhere.
    ///
    /// @param cloud key of the provider
    Optional<Offer> find(String cloud, Node node) {
        List<Offer> sold =
                node.type().map(type -> offers(new Provider(cloud), type)).orElse(List.of());
        Optional<Offer> there = sold.stream()
                .filter(offer -> isAt(offer, node))
                .sorted((one, other) -> Boolean.compare(isInZone(other, node), isInZone(one, node)))
                .findFirst();
        return there.or(() -> sold.stream().findFirst().filter(any -> costTheSame(sold)));
    }

    private List<Offer> offers(Provider cloud, String type) {
        return byType.computeIfAbsent(
                        cloud,
                        key -> clouds.apply(key).stream()
                                .sorted((one, other) -> one.id().compareTo(other.id()))
                                .collect(Collectors.groupingBy(
                                        offer -> offer.id().instanceType())))
                .getOrDefault(type, List.of());
    }

    /// Some clouds call a region what others call a zone.
    private static boolean isAt(Offer offer, Node node) {
        return offer.id().region().equals(node.region())
                || node.zone().filter(offer.id().region()::equals).isPresent();
    }

    private static boolean isInZone(Offer offer, Node node) {
        return offer.id().zone().isPresent() && offer.id().zone().equals(node.zone());
    }

    private static boolean costTheSame(List<Offer> offers) {
        BigDecimal first = offers.getFirst().provenance().nativePrice();
        return offers.stream()
                .allMatch(offer -> offer.provenance().nativePrice().compareTo(first) == 0);
    }
}
