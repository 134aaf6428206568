package ai.artenic.optimizer.adapters.pricing.vastai;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.JsonNode;

/// What one host offers. Its vCPUs and memory are rounded down to powers of two, so that hosts of one kind are one
/// instance type: `2x-RTX_3090-32-65536` has two GPUs and at least 32 vCPUs and 65536 MB.
///
/// @param perHour price with the disk, in USD
record HostOffer(
        String instanceType,
        String region,
        String gpu,
        int gpus,
        OptionalDouble gpuMemoryGb,
        OptionalDouble vcpus,
        OptionalDouble memoryGb,
        BigDecimal perHour) {
    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(720);
    private static final int DIGITS = 9;
    private static final double MB_PER_GB = 1024;
    private static final double SAME_MEMORY = 0.15;

    /// An offer that cannot be understood.
    static final class UnclearOfferException extends Exception {
        private static final long serialVersionUID = 1L;

        UnclearOfferException(String message) {
            super(message);
        }
    }

    /// Reads an offer; empty if it is not for rent, not verified by Vast.ai, without a price, or without enough disk.
    ///
    /// @throws UnclearOfferException if it is for rent, but what or for how much cannot be understood
    static Optional<HostOffer> read(JsonNode offer, Rental rental, BigDecimal diskGb, GpuCatalog known)
            throws UnclearOfferException {
        Optional<BigDecimal> price = Json.decimal(offer.path(rental.price()));
        boolean hasDisk = Json.decimal(offer.path("disk_space"))
                .map(space -> space.compareTo(diskGb) >= 0)
                .orElse(true);
        boolean isVerified = offer.path("verification").asString("").equals("verified");
        if (price.isEmpty()
                || !hasDisk
                || !isVerified
                || !offer.path("rentable").asBoolean(false)) {
            return Optional.empty();
        }
        int gpus = offer.path("num_gpus").asInt(0);
        Optional<String> gpu = Json.text(offer.path("gpu_name"));
        Optional<BigDecimal> storage = Json.decimal(offer.path("storage_cost"));
        if (gpu.isEmpty() || gpus < 1) {
            throw new UnclearOfferException("does not say which GPUs it has, or how many");
        }
        if (storage.isEmpty() || storage.get().signum() < 0 || price.get().signum() <= 0) {
            throw new UnclearOfferException("has a price or a storage cost that is none");
        }
        BigDecimal disk = storage.get().multiply(diskGb).divide(HOURS_PER_MONTH, DIGITS, RoundingMode.HALF_UP);
        return Optional.of(of(offer, gpu.get(), gpus, price.get().add(disk), known));
    }

    private static HostOffer of(JsonNode offer, String gpu, int gpus, BigDecimal perHour, GpuCatalog known) {
        OptionalDouble gpuMemory = scaled(Json.size(offer.path("gpu_ram")), mb -> mb / MB_PER_GB);
        OptionalDouble cores = Json.size(offer.path("cpu_cores"));
        OptionalDouble share = Json.size(offer.path("cpu_cores_effective"));
        OptionalDouble vcpus = scaled(share, HostOffer::powerOfTwo);
        OptionalDouble memory = cores.isEmpty() || share.isEmpty()
                ? OptionalDouble.empty()
                : scaled(
                        Json.size(offer.path("cpu_ram")),
                        mb -> powerOfTwo(mb * Math.min(1, share.getAsDouble() / cores.getAsDouble())));
        String name = gpus + "x-" + gpuName(gpu, gpuMemory, known) + suffix(vcpus) + suffix(memory);
        String region = Place.region(offer.path("geolocation").asString(""));
        return new HostOffer(name, region, gpu, gpus, gpuMemory, vcpus, scaled(memory, mb -> mb / MB_PER_GB), perHour);
    }

    /// The offer without its price.
    Quote quote() {
        Quote quote = Quote.of(instanceType, region).gpu(gpu, gpus);
        gpuMemoryGb.ifPresent(quote::gpuMemoryGb);
        vcpus.ifPresent(quote::vcpus);
        memoryGb.ifPresent(quote::memoryGb);
        return quote;
    }

    /// With its memory where that is not what the name means by itself: `A100_SXM4_80GB`.
    private static String gpuName(String gpu, OptionalDouble memoryGb, GpuCatalog known) {
        String joined = gpu.strip().replaceAll("\\s+", "_");
        if (memoryGb.isEmpty() || isNear(memoryGb.getAsDouble(), nominal(gpu, OptionalDouble.empty(), known))) {
            return joined;
        }
        double nominal = nominal(gpu, memoryGb, known);
        boolean isNominal = isNear(memoryGb.getAsDouble(), nominal);
        return joined + "_" + Math.round(isNominal ? nominal : memoryGb.getAsDouble()) + "GB";
    }

    /// The memory by datasheet of what the name means; 0 if it is unknown.
    private static double nominal(String gpu, OptionalDouble memoryGb, GpuCatalog known) {
        return known.find(gpu, memoryGb).map(type -> type.memoryGb().orElse(0)).orElse(0.0);
    }

    /// Hosts say what is left of the memory, which is some percent less.
    private static boolean isNear(double memoryGb, double nominal) {
        return Math.abs(memoryGb - nominal) <= SAME_MEMORY * nominal;
    }

    private static String suffix(OptionalDouble size) {
        return size.isPresent() ? "-" + (long) size.getAsDouble() : "";
    }

    /// The largest power of two that is not above the size; less than one is nothing known.
    private static double powerOfTwo(double size) {
        return size < 1 ? 0 : Long.highestOneBit((long) size);
    }

    /// Empty where nothing is left.
    private static OptionalDouble scaled(OptionalDouble size, DoubleUnaryOperator scale) {
        double left = scale.applyAsDouble(size.orElse(0));
        return size.isEmpty() || left == 0 ? OptionalDouble.empty() : OptionalDouble.of(left);
    }
}
