package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.OfferPage;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the offers of one catalogue snapshot; `next_cursor` is null on the last.
public record OffersJson(List<Item> items, @Nullable String nextCursor, String catalogSnapshotId, Instant asOf)
        implements ListJson<OffersJson.Item> {

    /// One offer. Prices are of one node; `fx_rate` is units of the native currency per EUR on `fx_date`.
    public record Item(
            String provider,
            String instanceType,
            String region,
            @Nullable String zone,
            @Nullable Double vcpus,
            @Nullable Double memoryGb,
            @Nullable String gpuType,
            double gpuCount,
            @Nullable Double gpuMemoryGb,
            BigDecimal pricePerHourEur,
            @Nullable BigDecimal spotPricePerHourEur,
            boolean available,
            Provenance.Source priceSource,
            String priceOrigin,
            Instant priceObservedAt,
            BigDecimal nativePricePerHour,
            String nativeCurrency,
            BigDecimal fxRate,
            LocalDate fxDate) {}

    @Override
    public Class<Item> rowType() {
        return Item.class;
    }

    @Override
    public List<Item> rows() {
        return items;
    }

    public static OffersJson from(OfferPage page, @Nullable String nextCursor) {
        return new OffersJson(
                page.items().stream().map(OffersJson::item).toList(),
                nextCursor,
                page.catalogSnapshotId(),
                page.asOf());
    }

    private static Item item(Offer offer) {
        Hardware hardware = Hardware.of(offer.machine());
        Provenance provenance = offer.provenance();
        return new Item(
                offer.id().provider().key(),
                offer.id().instanceType(),
                offer.id().region(),
                offer.id().zone().orElse(null),
                hardware.vcpus(),
                hardware.memoryGb(),
                hardware.gpuType(),
                hardware.gpuCount(),
                hardware.gpuMemoryGb(),
                Money.of(offer.onDemand()),
                Money.of(offer.spot()),
                offer.available(),
                provenance.source(),
                provenance.origin(),
                provenance.observedAt(),
                provenance.nativePrice(),
                provenance.currency(),
                provenance.fxRate(),
                provenance.fxDate());
    }
}
