package ai.artenic.optimizer.adapters.pricing;

import ai.artenic.optimizer.adapters.pricing.hardware.GpuTable;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Optional;
import java.util.OptionalDouble;

/// Hardware that tests make known.
public final class Machines {
    private Machines() {}

    /// A machine with accelerators of a type of the bundled table.
    public static Machine with(double vcpus, double memoryGb, String gpu, double count, double memoryGbEach) {
        var known = GpuTable.bundled().find(gpu, OptionalDouble.empty()).orElseThrow();
        return new Machine(
                OptionalDouble.of(vcpus),
                OptionalDouble.of(memoryGb),
                Optional.of(new Accelerators(known, count, memoryGbEach)));
    }
}
