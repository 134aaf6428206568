package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.DurationEstimate;
import ai.artenic.optimizer.domain.estimate.DurationEstimator;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimator;
import ai.artenic.optimizer.domain.estimate.HostMemory;
import ai.artenic.optimizer.domain.estimate.ModelProfile;
import ai.artenic.optimizer.domain.estimate.ReferenceMachine;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Estimates one workload on shapes of machines, and rejects the shapes it cannot run on.
final class ShapeEstimator {
    private static final double UNKNOWN_MEMORY_HEADROOM = 0;

    private final ModelProfile profile;
    private final Workload workload;
    private final Constraints constraints;
    private final DurationEstimator durations;
    private final Map<Integer, GpuMemoryEstimate> memoryByGpus = new HashMap<>();
    private final double referenceHours;

    ShapeEstimator(ModelProfile profile, Constraints constraints, GpuCatalog gpus) {
        this.profile = profile;
        this.workload = profile.workload();
        this.constraints = constraints;
        this.durations = new DurationEstimator(profile, gpus);
        this.referenceHours = durations
                .estimate(ReferenceMachine.of(workload.gpuRequired()).machine(), 1)
                .expected();
    }

    /// Hours of the workload on its reference machine.
    double referenceHours() {
        return referenceHours;
    }

    ModelProfile profile() {
        return profile;
    }

    ShapeEstimate estimate(Machine machine, int nodes) {
        Optional<GpuMemoryEstimate> memory = machine.accelerators().map(has -> memory(has.devices() * nodes));
        DurationEstimate duration = durations.estimate(machine, nodes);
        double headroom = headroom(machine, memory, nodes);
        return new ShapeEstimate(
                machine,
                nodes,
                duration,
                memory,
                headroom,
                GpuMatch.of(workload, machine, referenceHours / duration.expected()),
                MemoryHeadroom.of(headroom),
                rejection(machine, memory, nodes));
    }

    GpuMemoryEstimate memory(int gpus) {
        return memoryByGpus.computeIfAbsent(gpus, count -> GpuMemoryEstimator.estimate(profile, count));
    }

    private double headroom(Machine machine, Optional<GpuMemoryEstimate> memory, int nodes) {
        if (memory.isPresent()) {
            return memory.get().headroom(machine.accelerators().orElseThrow().memoryGbEach());
        }
        if (machine.memoryGb().isEmpty()) {
            return UNKNOWN_MEMORY_HEADROOM;
        }
        double has = machine.memoryGb().getAsDouble();
        return Math.clamp((has - HostMemory.expectedGb(profile, nodes)) / has, -1, 1);
    }

    private Optional<RejectionReason> rejection(Machine machine, Optional<GpuMemoryEstimate> memory, int nodes) {
        Optional<Accelerators> accelerators = machine.accelerators();
        if (accelerators.isEmpty()
                && (workload.gpuRequired() || !constraints.gpuTypes().isEmpty())) {
            return Optional.of(
                    workload.gpuRequired() ? RejectionReason.GPU_REQUIRED : RejectionReason.GPU_TYPE_NOT_ALLOWED);
        }
        if (accelerators.isPresent() && !admits(accelerators.get().gpu().type())) {
            return Optional.of(RejectionReason.GPU_TYPE_NOT_ALLOWED);
        }
        if (accelerators.isPresent()
                && constraints.gpuTypes().isEmpty()
                && !AcceleratorSupport.runs(
                        workload.framework(), accelerators.get().gpu().type())) {
            return Optional.of(RejectionReason.FRAMEWORK_NOT_SUPPORTED);
        }
        if (memory.isPresent()
                && memory.get().exceeds(accelerators.orElseThrow().memoryGbEach())) {
            return Optional.of(RejectionReason.GPU_MEMORY_TOO_SMALL);
        }
        boolean tooLittle = machine.memoryGb().isPresent()
                && machine.memoryGb().getAsDouble() < HostMemory.lowGb(profile, accelerators.isPresent(), nodes);
        return tooLittle ? Optional.of(RejectionReason.MEMORY_TOO_SMALL) : Optional.empty();
    }

    private boolean admits(String type) {
        if (constraints.gpuTypes().isEmpty()) {
            return true;
        }
        String has = type.toLowerCase(Locale.ROOT);
        return constraints.gpuTypes().stream()
                .map(wanted -> wanted.toLowerCase(Locale.ROOT))
                .anyMatch(wanted -> has.equals(wanted) || has.startsWith(wanted + "-"));
    }
}
