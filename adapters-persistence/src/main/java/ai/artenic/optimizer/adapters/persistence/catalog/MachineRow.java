package ai.artenic.optimizer.adapters.persistence.catalog;

import ai.artenic.optimizer.adapters.persistence.json.GpuRow;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Optional;
import java.util.OptionalDouble;

/// A node's hardware.
public record MachineRow(OptionalDouble vcpus, OptionalDouble memoryGb, Optional<GpuRow> gpu) {
    public static MachineRow of(Machine machine) {
        return new MachineRow(
                machine.vcpus(), machine.memoryGb(), machine.accelerators().map(GpuRow::of));
    }

    public Machine toDomain() {
        return new Machine(vcpus, memoryGb, gpu.map(GpuRow::toDomain));
    }
}
