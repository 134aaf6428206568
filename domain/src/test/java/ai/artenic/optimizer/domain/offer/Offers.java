package ai.artenic.optimizer.domain.offer;

import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Offers for tests: by hand, or seeded.
public final class Offers {
    public static final Instant OBSERVED = Instant.parse("2026-08-14T00:00:00Z");
    private static final List<String> PROVIDERS = List.of("aws", "gcp", "azure", "lambda_labs", "runpod");
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "ap-south-1");

    private Offers() {}

    public static Offer gpu(String provider, String type, Gpu gpu, double count, double price, double spot) {
        double memory = gpu.memoryGb().orElse(16);
        var machine = new Machine(
                OptionalDouble.of(Math.max(4, 12 * count)),
                OptionalDouble.of(Math.max(16, 85 * count)),
                Optional.of(new Accelerators(gpu, count, memory)));
        return offer(provider, type, "eu-west-1", machine, price, spot);
    }

    public static Offer cpu(String provider, String type, double vcpus, double memoryGb, double price, double spot) {
        var machine = new Machine(OptionalDouble.of(vcpus), OptionalDouble.of(memoryGb), Optional.empty());
        return offer(provider, type, "eu-west-1", machine, price, spot);
    }

    /// @param spot spot price; not positive for no spot market
    public static Offer offer(String provider, String type, String region, Machine machine, double price, double spot) {
        return new Offer(
                new OfferId(new Provider(provider), type, region, Optional.empty()),
                machine,
                EurPerHour.of(price),
                spot > 0 ? Optional.of(EurPerHour.of(spot)) : Optional.empty(),
                true,
                provenance(price));
    }

    public static Provenance provenance(double price) {
        return new Provenance(
                Provenance.Source.SNAPSHOT,
                "test",
                OBSERVED,
                BigDecimal.valueOf(price),
                "EUR",
                BigDecimal.ONE,
                LocalDate.of(2026, 8, 14));
    }

    /// The same offer at another on-demand price, spot price moved in proportion.
    public static Offer repriced(Offer offer, double factor) {
        return new Offer(
                offer.id(),
                offer.machine(),
                EurPerHour.of(offer.onDemand().value() * factor),
                offer.spot().map(spot -> EurPerHour.of(spot.value() * factor)),
                offer.available(),
                offer.provenance());
    }

    public static CatalogSnapshot snapshot(List<Offer> offers) {
        return CatalogSnapshot.of(offers, OBSERVED);
    }

    /// Distinct offers of real GPUs and CPU machines at plausible prices.
    public static List<Offer> seeded(long seed, int count) {
        var random = new SplittableRandom(seed);
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < count; i++) {
            boolean gpu = random.nextInt(4) > 0;
            Machine machine = gpu ? gpuMachine(random) : cpuMachine(random);
            double price = plausiblePrice(machine) * (0.5 + 1.5 * random.nextDouble());
            offers.add(offer(
                    PROVIDERS.get(random.nextInt(PROVIDERS.size())),
                    "type-" + i,
                    REGIONS.get(random.nextInt(REGIONS.size())),
                    machine,
                    price,
                    random.nextBoolean() ? price * (0.2 + 0.7 * random.nextDouble()) : 0));
        }
        return offers;
    }

    /// A cent per TFLOPS-hour of a GPU, five cents per vCPU-hour.
    private static double plausiblePrice(Machine machine) {
        return machine.accelerators()
                .map(has -> has.count() * has.gpu().fp16Tflops().orElseThrow() / 100)
                .orElse(machine.vcpus().orElseThrow() / 20);
    }

    private static Machine gpuMachine(SplittableRandom random) {
        Gpu gpu = Gpus.ALL.get(random.nextInt(Gpus.ALL.size()));
        double count = 1 << random.nextInt(4);
        return new Machine(
                OptionalDouble.of(8 * count),
                OptionalDouble.of(64 * count),
                Optional.of(new Accelerators(gpu, count, gpu.memoryGb().orElseThrow())));
    }

    private static Machine cpuMachine(SplittableRandom random) {
        double vcpus = 2 << random.nextInt(6);
        return new Machine(OptionalDouble.of(vcpus), OptionalDouble.of(4 * vcpus), Optional.empty());
    }
}
