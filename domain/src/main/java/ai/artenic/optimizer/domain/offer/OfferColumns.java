package ai.artenic.optimizer.domain.offer;

import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.spot.Hazard;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A snapshot's offers as columns of numbers, for scans over all of them. Row i is the i-th offer of the snapshot.
///
/// A *kind* is a distinct set of provider, machine and provider's rate, a *shape* a distinct machine: what an estimate
/// depends on is computed once per shape, what a ranking depends on besides the price once per kind.
public final class OfferColumns {
    private final double[] onDemand;
    private final double[] spot;
    private final double[] logOnDemand;
    private final double[] logSpot;
    private final int[] kindOfOffer;
    private final int[] regionOfOffer;
    private final boolean[] available;
    private final List<Kind> kinds;
    private final List<Machine> shapes;
    private final List<String> regions;
    private final List<Provider> providers;
    private final int[] providerOfKind;
    private final List<List<String>> typesOfKind;
    private final int[][] byOnDemand;
    private final int[][] bySpot;
    private final boolean[] wholeKindAvailable;
    private final BitSet[] regionsOfKind;

    /// Offers of one provider on one machine.
    ///
    /// @param shape index of the machine among the shapes
    /// @param rate how often the provider says that it takes them back, if it says
    public record Kind(Provider provider, Machine machine, int shape, Optional<ProviderRate> rate) {
        /// The kind of a single offer, outside of any columns.
        public static Kind of(Offer offer) {
            return new Kind(offer.id().provider(), offer.machine(), 0, offer.providerRate());
        }

        /// What is likely of a spot node of which nothing was seen.
        public Hazard likelyHazard() {
            return ProviderRate.likely(rate, machine.accelerators().isPresent());
        }
    }

    OfferColumns(List<Offer> offers) {
        int size = offers.size();
        onDemand = new double[size];
        spot = new double[size];
        logOnDemand = new double[size];
        logSpot = new double[size];
        kindOfOffer = new int[size];
        regionOfOffer = new int[size];
        available = new boolean[size];
        var shapeIndex = new Index<Machine>();
        var kindIndex = new Index<Kind>();
        var regionIndex = new Index<String>();
        for (int i = 0; i < size; i++) {
            Offer offer = offers.get(i);
            onDemand[i] = offer.onDemand().value();
            spot[i] = offer.spot().map(EurPerHour::value).orElse(Double.NaN);
            logOnDemand[i] = Math.log10(onDemand[i]);
            logSpot[i] = Math.log10(spot[i]);
            int shape = shapeIndex.of(offer.machine());
            kindOfOffer[i] = kindIndex.of(
                    new Kind(offer.id().provider(), shapeIndex.items.get(shape), shape, offer.providerRate()));
            regionOfOffer[i] = regionIndex.of(offer.id().region());
            available[i] = offer.available();
        }
        kinds = List.copyOf(kindIndex.items);
        shapes = List.copyOf(shapeIndex.items);
        regions = List.copyOf(regionIndex.items);
        var providerIndex = new Index<Provider>();
        providerOfKind = kinds.stream()
                .mapToInt(kind -> providerIndex.of(kind.provider()))
                .toArray();
        providers = List.copyOf(providerIndex.items);
        typesOfKind = types(offers);
        byOnDemand = cheapestFirst(onDemand);
        bySpot = cheapestFirst(spot);
        wholeKindAvailable = new boolean[kinds.size()];
        Arrays.fill(wholeKindAvailable, true);
        regionsOfKind = new BitSet[kinds.size()];
        Arrays.setAll(regionsOfKind, kind -> new BitSet(regions.size()));
        for (int i = 0; i < size; i++) {
            wholeKindAvailable[kindOfOffer[i]] &= available[i];
            regionsOfKind[kindOfOffer[i]].set(regionOfOffer[i]);
        }
    }

    private List<List<String>> types(List<Offer> offers) {
        var names = new ArrayList<Set<String>>();
        kinds.forEach(kind -> names.add(new TreeSet<>()));
        for (int i = 0; i < offers.size(); i++) {
            names.get(kindOfOffer[i]).add(offers.get(i).id().instanceType());
        }
        return names.stream().map(List::copyOf).toList();
    }

    /// For each kind, its offers that have such a price, cheapest first, equal prices in the order of the offers.
    private int[][] cheapestFirst(double[] prices) {
        var members = new ArrayList<List<Integer>>();
        kinds.forEach(kind -> members.add(new ArrayList<>()));
        for (int i = 0; i < prices.length; i++) {
            if (!Double.isNaN(prices[i])) {
                members.get(kindOfOffer[i]).add(i);
            }
        }
        return members.stream()
                .map(offers -> offers.stream()
                        .sorted(Comparator.comparingDouble(offer -> prices[offer]))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    public int size() {
        return onDemand.length;
    }

    /// On-demand price of the offer in EUR per hour.
    public double onDemand(int offer) {
        return onDemand[offer];
    }

    /// Spot price of the offer in EUR per hour; NaN where there is none.
    public double spot(int offer) {
        return spot[offer];
    }

    /// Decimal logarithm of the on-demand price.
    public double logOnDemand(int offer) {
        return logOnDemand[offer];
    }

    /// Decimal logarithm of the spot price; NaN where there is none.
    public double logSpot(int offer) {
        return logSpot[offer];
    }

    /// On-demand or spot price of the offer in EUR per hour.
    public double price(int offer, boolean isSpot) {
        return isSpot ? spot[offer] : onDemand[offer];
    }

    /// Decimal logarithm of the on-demand or spot price.
    public double logPrice(int offer, boolean isSpot) {
        return isSpot ? logSpot[offer] : logOnDemand[offer];
    }

    /// The kind's offers that have such a price, cheapest first. Not to be changed.
    public int[] cheapestFirst(int kind, boolean isSpot) {
        return isSpot ? bySpot[kind] : byOnDemand[kind];
    }

    /// Whether all offers of the kind are available.
    public boolean isWholeKindAvailable(int kind) {
        return wholeKindAvailable[kind];
    }

    /// Adds the indexes of all regions of the kind's offers.
    public void addRegions(int kind, BitSet into) {
        into.or(regionsOfKind[kind]);
    }

    /// Index of the offer's kind.
    public int kind(int offer) {
        return kindOfOffer[offer];
    }

    /// Index of the offer's region.
    public int region(int offer) {
        return regionOfOffer[offer];
    }

    public boolean isAvailable(int offer) {
        return available[offer];
    }

    public List<Kind> kinds() {
        return kinds;
    }

    public List<Provider> providers() {
        return providers;
    }

    /// Index of the kind's provider.
    public int provider(int kind) {
        return providerOfKind[kind];
    }

    /// The instance types of the kind: names that a provider has for one machine.
    public List<String> instanceTypes(int kind) {
        return typesOfKind.get(kind);
    }

    public List<Machine> shapes() {
        return shapes;
    }

    public List<String> regions() {
        return regions;
    }

    /// Numbers distinct items in the order of their first appearance.
    private static final class Index<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> items = new ArrayList<>();

        int of(T item) {
            return numbers.computeIfAbsent(item, added -> {
                items.add(added);
                return items.size() - 1;
            });
        }
    }
}
