package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The hardware of one node as answers show it; what is not known is null, and a machine without GPUs has zero of them.
record Hardware(
        @Nullable Double vcpus,
        @Nullable Double memoryGb,
        @Nullable String gpuType,
        double gpuCount,
        @Nullable Double gpuMemoryGb) {
    static Hardware of(Machine machine) {
        Accelerators accelerators = machine.accelerators().orElse(null);
        return new Hardware(
                orNull(machine.vcpus()),
                orNull(machine.memoryGb()),
                accelerators == null ? null : accelerators.gpu().type(),
                accelerators == null ? 0 : accelerators.count(),
                accelerators == null ? null : accelerators.memoryGbEach());
    }

    static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
