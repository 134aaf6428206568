package ai.artenic.optimizer.adapters.persistence.catalog;

import ai.artenic.optimizer.adapters.persistence.json.GpuRow;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/// An offer as it was sold at the time.
///
/// @param providerRate absent in rows from before it was known
public record OfferRow(
        String provider,
        String instanceType,
        String region,
        Optional<String> zone,
        OptionalDouble vcpus,
        OptionalDouble memoryGb,
        Optional<GpuRow> gpu,
        BigDecimal onDemandPricePerHourEur,
        Optional<BigDecimal> spotPricePerHourEur,
        boolean available,
        ProvenanceRow price,
        Optional<ProviderRate> providerRate) {
    public static OfferRow of(Offer offer) {
        OfferId id = offer.id();
        Machine machine = offer.machine();
        return new OfferRow(
                id.provider().key(),
                id.instanceType(),
                id.region(),
                id.zone(),
                machine.vcpus(),
                machine.memoryGb(),
                machine.accelerators().map(GpuRow::of),
                offer.onDemand().amount(),
                offer.spot().map(EurPerHour::amount),
                offer.available(),
                ProvenanceRow.of(offer.provenance()),
                offer.providerRate());
    }

    public Offer toDomain() {
        return new Offer(
                new OfferId(new Provider(provider), instanceType, region, zone),
                new Machine(vcpus, memoryGb, gpu.map(GpuRow::toDomain)),
                new EurPerHour(onDemandPricePerHourEur),
                spotPricePerHourEur.map(EurPerHour::new),
                available,
                price.toDomain(),
                providerRate);
    }
}
