package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Decides which of several prices of one offer counts.
///
/// A provider's live prices take the place of everything the snapshot says of it, or of the regions they tell of: what
/// is
/// no longer sold is gone, and old prices do not stand beside new ones. What the snapshot knows of a machine does not
/// age, and fills what the live
/// source does not say. The operator's own prices stand above both, offer by offer.
public final class OfferPrecedence {
    private OfferPrecedence() {}

    /// The offers that count.
    ///
    /// @param bundled of the snapshot, and of more of its kind; a later one counts before an earlier one
    /// @param live per provider; a list without offers replaces nothing
    /// @param own the operator's
    public static List<Offer> merge(List<Offer> bundled, Collection<PriceList> live, List<Offer> own) {
        Map<Provider, Predicate<String>> replaced = live.stream()
                .filter(list -> !list.offers().isEmpty())
                .collect(Collectors.toMap(PriceList::provider, OfferPrecedence::replaced));
        var hardware = new HashMap<OfferId, Machine>();
        Map<OfferId, Offer> merged = new LinkedHashMap<>();
        for (Offer offer : bundled) {
            Predicate<String> regions = replaced.get(offer.id().provider());
            if (regions != null) {
                hardware.putIfAbsent(type(offer), offer.machine());
            }
            if (regions == null || !regions.test(offer.id().region())) {
                merged.put(offer.id(), offer);
            }
        }
        live.forEach(list -> list.offers().forEach(offer -> merged.put(offer.id(), completed(offer, hardware))));
        own.forEach(offer -> merged.put(offer.id(), offer));
        return List.copyOf(merged.values());
    }

    /// The regions of which a list says what is on sale: those it was read for, and those it had offers of before.
    private static Predicate<String> replaced(PriceList list) {
        Set<String> listed =
                list.offers().stream().map(offer -> offer.id().region()).collect(Collectors.toSet());
        return region -> list.report().coverage().tells(region) || listed.contains(region);
    }

    /// The instance type, wherever it is sold.
    private static OfferId type(Offer offer) {
        return new OfferId(offer.id().provider(), offer.id().instanceType(), "", Optional.empty());
    }

    private static Offer completed(Offer offer, Map<OfferId, Machine> hardware) {
        Machine said = offer.machine();
        if (said.vcpus().isPresent() && said.memoryGb().isPresent()) {
            return offer;
        }
        Machine known = hardware.getOrDefault(type(offer), said);
        return new Offer(
                offer.id(),
                new Machine(
                        first(said.vcpus(), known.vcpus()),
                        first(said.memoryGb(), known.memoryGb()),
                        said.accelerators()),
                offer.onDemand(),
                offer.spot(),
                offer.available(),
                offer.provenance(),
                offer.providerRate());
    }

    private static OptionalDouble first(OptionalDouble said, OptionalDouble known) {
        return said.isPresent() ? said : known;
    }
}
