package ai.artenic.optimizer.adapters.pricing;

import ai.artenic.optimizer.adapters.pricing.hardware.GpuTable;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/// Offers as the bundled snapshot has them, in values of our own.
public final class Bundled {
    /// When their prices were observed.
    public static final Instant DATED = Instant.parse("2026-05-20T00:00:00Z");

    private static final GpuTable GPUS = GpuTable.bundled();

    private Bundled() {}

    public static Machine machine(double vcpus, double memoryGb) {
        return new Machine(OptionalDouble.of(vcpus), OptionalDouble.of(memoryGb), Optional.empty());
    }

    public static Machine machine(double vcpus, double memoryGb, Accelerators accelerators) {
        return new Machine(OptionalDouble.of(vcpus), OptionalDouble.of(memoryGb), Optional.of(accelerators));
    }

    public static Accelerators gpus(String type, double count) {
        var gpu = GPUS.find(type, OptionalDouble.empty()).orElseThrow();
        return new Accelerators(gpu, count, gpu.memoryGb().orElseThrow());
    }

    public static Offer offer(String provider, String type, String region, Machine machine) {
        return offer(provider, type, region, machine, "1.25");
    }

    public static Offer offer(String provider, String type, String region, Machine machine, String eur) {
        var price = new BigDecimal(eur);
        return new Offer(
                new OfferId(new Provider(provider), type, region, Optional.empty()),
                machine,
                new EurPerHour(price),
                Optional.empty(),
                true,
                new Provenance(
                        Provenance.Source.SNAPSHOT,
                        "price page",
                        DATED,
                        price,
                        "EUR",
                        BigDecimal.ONE,
                        LocalDate.parse("2026-05-20")));
    }
}
