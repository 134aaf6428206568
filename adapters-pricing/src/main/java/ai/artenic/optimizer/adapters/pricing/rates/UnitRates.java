package ai.artenic.optimizer.adapters.pricing.rates;

import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What operators charge for the parts of their own machines, per hour.
///
/// The rate of an accelerator is all-in: a machine with accelerators costs these alone, cores and memory come with
/// them. Otherwise the memory of a large node would be paid twice, once in the accelerators' rate and once by itself.
/// Likewise, a machine whose accelerators have no rate has no price, rather than that of its cores.
///
/// @param vcpu of one vCPU
/// @param gb of one GB of memory
/// @param gpus of one accelerator, by any spelling of its name; `*` stands for all that are not named
public record UnitRates(Optional<BigDecimal> vcpu, Optional<BigDecimal> gb, Map<String, BigDecimal> gpus) {
    /// Stands for every accelerator that is not named.
    public static final String ANY = "*";

    public UnitRates {
        gpus = Map.copyOf(gpus);
    }

    /// The price of a machine without accelerators; empty unless both parts have a rate.
    public Optional<BigDecimal> parts(double vcpus, double memoryGb) {
        return vcpu.flatMap(perVcpu -> gb.map(perGb ->
                perVcpu.multiply(BigDecimal.valueOf(vcpus)).add(perGb.multiply(BigDecimal.valueOf(memoryGb)))));
    }

    /// The rate of what is called exactly so.
    public Optional<BigDecimal> named(String name) {
        return Optional.ofNullable(gpus.get(name));
    }

    /// The rate of one accelerator: that of its name, of another spelling of its name, or of all others.
    ///
    /// @param memoryGb tells variants of one name apart
    public Optional<BigDecimal> gpu(String name, OptionalDouble memoryGb, GpuCatalog known) {
        Optional<String> type = known.find(name, memoryGb).map(Gpu::type);
        return named(name)
                .or(() -> gpus.entrySet().stream()
                        .filter(rate -> type.isPresent() && type.equals(type(rate.getKey(), known)))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .or(() -> named(ANY));
    }

    private static Optional<String> type(String name, GpuCatalog known) {
        return known.find(name, OptionalDouble.empty()).map(Gpu::type);
    }
}
