package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.estimate.Assumption;
import ai.artenic.optimizer.domain.estimate.DurationEstimate;
import ai.artenic.optimizer.domain.estimate.DurationEstimator;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimator;
import ai.artenic.optimizer.domain.estimate.HostMemory;
import ai.artenic.optimizer.domain.estimate.ModelProfile;
import ai.artenic.optimizer.domain.estimate.ReferenceMachine;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Estimates one workload on shapes of machines, and says which shapes it cannot run on.
final class ShapeEstimator {
    private static final double UNKNOWN_MEMORY_HEADROOM = 0;
    private static final int MOST_REMEMBERED = 1025;

    private final ModelProfile profile;
    private final Workload workload;
    private final Screening screening;
    private final DurationEstimator durations;
    private final @Nullable GpuMemoryEstimate[] memoryByGpus = new @Nullable GpuMemoryEstimate[MOST_REMEMBERED];
    private final double referenceHours;
    private final double memoryFactor;

    /// @param calibration of the workload's class
    ShapeEstimator(ModelProfile profile, Constraints constraints, GpuCatalog gpus, WorkloadCalibration calibration) {
        this.profile = profile;
        this.workload = profile.workload();
        this.memoryFactor = calibration.memory().factor();
        this.screening = new Screening(profile, constraints, this::memory);
        this.durations = new DurationEstimator(profile, gpus, calibration);
        this.referenceHours = durations
                .estimate(ReferenceMachine.of(workload.gpuRequired()).machine(), 1)
                .expected();
    }

    /// Hours of the workload on its reference machine.
    double referenceHours() {
        return referenceHours;
    }

    /// What the hours take for granted about the hardware that the user's own figure holds for.
    Optional<Assumption> assumptionOfHours() {
        return durations.assumption();
    }

    ModelProfile profile() {
        return profile;
    }

    /// Why the workload cannot run on this many of these machines; null if it can.
    @Nullable
    RejectionReason rejection(Machine machine, int nodes) {
        return screening.rejection(machine, nodes);
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
                MemoryHeadroom.of(headroom));
    }

    /// The estimate with all hours times a factor.
    ShapeEstimate scaled(ShapeEstimate estimate, double factor) {
        DurationEstimate duration = estimate.duration().times(factor);
        return new ShapeEstimate(
                estimate.machine(),
                estimate.nodes(),
                duration,
                estimate.memory(),
                estimate.headroom(),
                GpuMatch.of(workload, estimate.machine(), referenceHours / duration.expected()),
                estimate.headroomPart());
    }

    /// Memory need per GPU on so many GPUs; the few numbers that occur are worked out once.
    GpuMemoryEstimate memory(int gpus) {
        if (gpus >= MOST_REMEMBERED) {
            return corrected(gpus);
        }
        GpuMemoryEstimate known = memoryByGpus[gpus];
        if (known != null) {
            return known;
        }
        GpuMemoryEstimate made = corrected(gpus);
        memoryByGpus[gpus] = made;
        return made;
    }

    private GpuMemoryEstimate corrected(int gpus) {
        return GpuMemoryEstimator.estimate(profile, gpus).times(memoryFactor);
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
}
