package ai.artenic.optimizer.domain.offer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

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

    /// The offers in the order of their ids.
    public List<Offer> offers() {
        return offers;
    }
}
