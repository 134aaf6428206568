package ai.artenic.optimizer.adapters.persistence.json;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// An offer as it was when it was recommended.
record StoredOffer(
        String provider,
        String instanceType,
        String region,
        @Nullable String zone,
        OptionalDouble vcpus,
        OptionalDouble memoryGb,
        @Nullable Gpu gpu,
        double gpuCount,
        double gpuMemoryGb,
        BigDecimal onDemand,
        @Nullable BigDecimal spot,
        boolean available,
        Provenance provenance) {

    static StoredOffer of(Offer offer) {
        Machine machine = offer.machine();
        return new StoredOffer(
                offer.id().provider().key(),
                offer.id().instanceType(),
                offer.id().region(),
                offer.id().zone().orElse(null),
                machine.vcpus(),
                machine.memoryGb(),
                machine.accelerators().map(Accelerators::gpu).orElse(null),
                machine.accelerators().map(Accelerators::count).orElse(0.0),
                machine.accelerators().map(Accelerators::memoryGbEach).orElse(0.0),
                offer.onDemand().amount(),
                offer.spot().map(EurPerHour::amount).orElse(null),
                offer.available(),
                offer.provenance());
    }

    Offer toDomain() {
        Optional<Accelerators> accelerators =
                Optional.ofNullable(gpu).map(type -> new Accelerators(type, gpuCount, gpuMemoryGb));
        return new Offer(
                new OfferId(new Provider(provider), instanceType, region, Optional.ofNullable(zone)),
                new Machine(vcpus, memoryGb, accelerators),
                new EurPerHour(onDemand),
                Optional.ofNullable(spot).map(EurPerHour::new),
                available,
                provenance);
    }
}
