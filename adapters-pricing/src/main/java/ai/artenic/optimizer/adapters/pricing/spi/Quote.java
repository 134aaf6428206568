package ai.artenic.optimizer.adapters.pricing.spi;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a provider says of one instance type in one region, in the provider's own units of money. Made step by
/// step; what is not said stays unknown, and unknown is not zero.
public final class Quote {
    private final String instanceType;
    private final String region;
    private @Nullable String zone;
    private @Nullable Double vcpus;
    private @Nullable Double memoryGb;
    private @Nullable String gpu;
    private double gpuCount = 1;
    private @Nullable Double gpuMemoryGb;
    private @Nullable BigDecimal onDemand;
    private @Nullable BigDecimal spot;
    private @Nullable ProviderRate providerRate;
    private boolean available = true;

    private Quote(String instanceType, String region) {
        this.instanceType = instanceType;
        this.region = region;
    }

    /// A quote of which nothing but the name is known.
    public static Quote of(String instanceType, String region) {
        return new Quote(instanceType, region);
    }

    /// The zone, where prices differ within the region.
    public Quote zone(String name) {
        zone = name;
        return this;
    }

    public Quote vcpus(double count) {
        vcpus = count;
        return this;
    }

    /// Main memory in GB as the provider states it.
    public Quote memoryGb(double gb) {
        memoryGb = gb;
        return this;
    }

    /// Accelerators by any spelling of their name.
    ///
    /// @param count devices, or the share of one
    public Quote gpu(String name, double count) {
        gpu = name;
        gpuCount = count;
        return this;
    }

    /// Memory of one accelerator, which also tells variants of one name apart.
    public Quote gpuMemoryGb(double gb) {
        gpuMemoryGb = gb;
        return this;
    }

    /// Hardware that is known from elsewhere.
    public Quote machine(Machine known) {
        known.vcpus().ifPresent(this::vcpus);
        known.memoryGb().ifPresent(this::memoryGb);
        known.accelerators().ifPresent(has -> gpu(has.gpu().type(), has.count()).gpuMemoryGb(has.memoryGbEach()));
        return this;
    }

    /// Price of one node for one hour without interruption.
    public Quote onDemand(BigDecimal perHour) {
        onDemand = perHour;
        return this;
    }

    /// Price of one node for one hour that the provider may take back.
    public Quote spot(BigDecimal perHour) {
        spot = perHour;
        return this;
    }

    /// How often the provider says that it takes spot nodes back.
    public Quote providerRate(ProviderRate said) {
        providerRate = said;
        return this;
    }

    public Quote available(boolean now) {
        available = now;
        return this;
    }

    public String instanceType() {
        return instanceType;
    }

    public String region() {
        return region;
    }

    public Optional<String> zone() {
        return Optional.ofNullable(zone);
    }

    public OptionalDouble vcpus() {
        return optional(vcpus);
    }

    public OptionalDouble memoryGb() {
        return optional(memoryGb);
    }

    public Optional<String> gpu() {
        return Optional.ofNullable(gpu);
    }

    public double gpuCount() {
        return gpuCount;
    }

    public OptionalDouble gpuMemoryGb() {
        return optional(gpuMemoryGb);
    }

    public Optional<BigDecimal> onDemand() {
        return Optional.ofNullable(onDemand);
    }

    public Optional<BigDecimal> spot() {
        return Optional.ofNullable(spot);
    }

    public Optional<ProviderRate> providerRate() {
        return Optional.ofNullable(providerRate);
    }

    public boolean isAvailable() {
        return available;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
