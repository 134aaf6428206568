package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.estimate.HostMemory;
import ai.artenic.optimizer.domain.estimate.ModelProfile;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Rejects the machines a workload cannot run on, before anything is estimated for them but memory.
final class Screening {
    private final ModelProfile profile;
    private final Workload workload;
    private final List<String> gpuTypes;
    private final IntFunction<GpuMemoryEstimate> memoryByGpus;

    /// @param memoryByGpus memory need per GPU, by the number of GPUs
    Screening(ModelProfile profile, Constraints constraints, IntFunction<GpuMemoryEstimate> memoryByGpus) {
        this.profile = profile;
        this.workload = profile.workload();
        this.gpuTypes = constraints.gpuTypes().stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .toList();
        this.memoryByGpus = memoryByGpus;
    }

    /// Why the workload cannot run on this many of these machines; null if it can.
    @Nullable
    RejectionReason rejection(Machine machine, int nodes) {
        return machine.accelerators().isPresent()
                ? accelerated(machine, machine.accelerators().get(), nodes)
                : plain(machine, nodes);
    }

    private @Nullable RejectionReason plain(Machine machine, int nodes) {
        if (workload.gpuRequired()) {
            return RejectionReason.GPU_REQUIRED;
        }
        return gpuTypes.isEmpty() ? hostMemory(machine, nodes) : RejectionReason.GPU_TYPE_NOT_ALLOWED;
    }

    private @Nullable RejectionReason accelerated(Machine machine, Accelerators has, int nodes) {
        String type = has.gpu().type();
        if (!gpuTypes.isEmpty() && !isWanted(type.toLowerCase(Locale.ROOT))) {
            return RejectionReason.GPU_TYPE_NOT_ALLOWED;
        }
        if (gpuTypes.isEmpty() && !AcceleratorSupport.runs(workload.framework(), type)) {
            return RejectionReason.FRAMEWORK_NOT_SUPPORTED;
        }
        if (memoryByGpus.apply(has.devices() * nodes).exceeds(has.memoryGbEach())) {
            return RejectionReason.GPU_MEMORY_TOO_SMALL;
        }
        return hostMemory(machine, nodes);
    }

    private @Nullable RejectionReason hostMemory(Machine machine, int nodes) {
        boolean tooLittle = machine.memoryGb().isPresent()
                && machine.memoryGb().getAsDouble()
                        < HostMemory.lowGb(profile, machine.accelerators().isPresent(), nodes);
        return tooLittle ? RejectionReason.MEMORY_TOO_SMALL : null;
    }

    /// A family name (`a100`) admits its variants.
    private boolean isWanted(String type) {
        return gpuTypes.stream().anyMatch(wanted -> type.equals(wanted) || type.startsWith(wanted + "-"));
    }
}
