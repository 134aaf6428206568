package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a job would run and at what price, all prices of one node. Answers show its fields among their own.
public record PlacementJson(
        String provider,
        String instanceType,
        String region,
        @Nullable String zone,
        boolean isSpot,
        int nodeCount,
        @Nullable Double vcpus,
        @Nullable Double memoryGb,
        @Nullable String gpuType,
        double gpuCount,
        @Nullable Double gpuMemoryGb,
        BigDecimal pricePerHourEur,
        BigDecimal onDemandPricePerHourEur,
        @Nullable BigDecimal spotPricePerHourEur,
        Provenance.Source priceSource,
        Instant priceObservedAt) {

    static PlacementJson from(Offer offer, boolean isSpot, int nodeCount, EurPerHour pricePerHour) {
        Hardware hardware = Hardware.of(offer.machine());
        return new PlacementJson(
                offer.id().provider().key(),
                offer.id().instanceType(),
                offer.id().region(),
                offer.id().zone().orElse(null),
                isSpot,
                nodeCount,
                hardware.vcpus(),
                hardware.memoryGb(),
                hardware.gpuType(),
                hardware.gpuCount(),
                hardware.gpuMemoryGb(),
                Money.of(pricePerHour),
                Money.of(offer.onDemand()),
                Money.of(offer.spot()),
                offer.provenance().source(),
                offer.provenance().observedAt());
    }
}
