package ai.artenic.optimizer.domain.offer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All offers at one moment, immutable, in the order of their ids, named by a hash of their content: equal offers give
/// an equal snapshot id, whatever order they came in.
public final class CatalogSnapshot {
    private final String id;
    private final Instant publishedAt;
    private final List<Offer> offers;
    private final OfferColumns columns;

    private CatalogSnapshot(String id, Instant publishedAt, List<Offer> offers) {
        this.id = id;
        this.publishedAt = publishedAt;
        this.offers = offers;
        this.columns = new OfferColumns(offers);
    }

    /// The snapshot of these offers.
    ///
    /// @throws IllegalArgumentException if two offers have one id
    public static CatalogSnapshot of(List<Offer> offers, Instant publishedAt) {
        List<Offer> sorted =
                offers.stream().sorted(Comparator.comparing(Offer::id)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
                throw new IllegalArgumentException(
                        "Two offers have the id " + sorted.get(i).id());
            }
        }
        return new CatalogSnapshot(ContentHash.of(sorted), publishedAt, sorted);
    }

    /// Content hash, 32 hex digits.
    public String id() {
        return id;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /// The offers as columns of numbers.
    public OfferColumns columns() {
        return columns;
    }

    /// What a provider offers under this name, in all regions.
    public List<Offer> offers(Provider provider, String instanceType) {
        int from = firstNotBefore(new OfferId(provider, instanceType, "", Optional.empty()));
        int to = from;
        while (to < offers.size()
                && offers.get(to).id().provider().equals(provider)
                && offers.get(to).id().instanceType().equals(instanceType)) {
            to++;
        }
        return offers.subList(from, to);
    }

    private int firstNotBefore(OfferId wanted) {
        int low = 0;
        int high = offers.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offers.get(middle).id().compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The offers in the order of their ids.
    public List<Offer> offers() {
        return offers;
    }
}
