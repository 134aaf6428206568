package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.UserEstimate.Reference;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.OptionalDouble;

/// Estimates how long a workload runs on a machine, relative hardware speed first.
///
/// One estimator serves one workload; what does not depend on the machine is computed once.
public final class DurationEstimator {
    /// Whole published runs lie within this factor of the prediction in 80 % of cases (67 runs).
    private static final double USUAL_SPREAD = 1.7;
    /// A user's own figure on the hardware it holds for.
    private static final double OWN_FIGURE_SPREAD = 1.25;
    private static final double UNKNOWN_GPU_SPREAD = 2.5;
    /// Share of the arithmetic peak that matrix code reaches before memory traffic is counted.
    private static final double ARITHMETIC_EFFICIENCY = 0.5;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double LEAST_HOURS = 1.0 / 3600;

    private final ModelProfile profile;
    private final Workload workload;
    private final TrainingWork work;
    private final CpuSpeed cpu;
    private final double scale;
    private final WorkloadCalibration calibration;

    /// An estimator that nothing has corrected.
    ///
    /// @param gpus knows the types a user's reference may name
    public DurationEstimator(ModelProfile profile, GpuCatalog gpus) {
        this(profile, gpus, WorkloadCalibration.NONE);
    }

    /// @param gpus knows the types a user's reference may name
    /// @param calibration of the workload's class
    public DurationEstimator(ModelProfile profile, GpuCatalog gpus, WorkloadCalibration calibration) {
        this.profile = profile;
        this.workload = profile.workload();
        this.work = TrainingWork.of(profile);
        this.cpu = new CpuSpeed(profile, work);
        this.calibration = calibration;
        this.scale = workload.userEstimate()
                .map(estimate -> estimate.hours() / modelled(machineOf(estimate.reference(), gpus), 1))
                .orElse(1.0);
    }

    /// Hours on `nodes` machines of this kind, without interruptions.
    public DurationEstimate estimate(Machine machine, int nodes) {
        double hours = Math.max(LEAST_HOURS, calibration.hours(machine).factor() * scale * modelled(machine, nodes));
        return DurationEstimate.around(hours, spread(machine));
    }

    private double spread(Machine machine) {
        double base = workload.userEstimate().isPresent() ? OWN_FIGURE_SPREAD : USUAL_SPREAD;
        boolean unknownGpu =
                machine.accelerators().map(has -> !has.gpu().isKnown()).orElse(false);
        return base * profile.uncertainty() * (unknownGpu ? UNKNOWN_GPU_SPREAD : 1);
    }

    private Machine machineOf(Reference reference, GpuCatalog gpus) {
        return switch (reference) {
            case Reference.Unstated() ->
                ReferenceMachine.of(workload.gpuRequired()).machine();
            case Reference.Vcpus(double vcpus) -> ReferenceMachine.cpuMachine(vcpus);
            case Reference.Gpus(String type, double count) ->
                gpus.find(type, OptionalDouble.empty())
                        .map(gpu -> ReferenceMachine.gpuMachine(
                                count, gpu, gpu.memoryGb().orElse(16)))
                        .orElseGet(ReferenceMachine.A100::machine);
        };
    }

    private double modelled(Machine machine, int nodes) {
        if (!profile.isNeural()) {
            return cpu.tabularHours(machine, nodes);
        }
        double compute = machine.accelerators().isPresent()
                ? acceleratedHours(machine.accelerators().get(), nodes)
                : cpu.neuralHours(machine, nodes);
        return Math.max(compute, cpu.inputHours(machine, nodes));
    }

    private double acceleratedHours(Accelerators accelerators, int nodes) {
        double secondsOnOne = secondsOnOne(accelerators.gpu());
        double speedUp = accelerators.share() * Scaling.speedUp(accelerators, nodes, workload.batchSize());
        return secondsOnOne / speedUp / SECONDS_PER_HOUR;
    }

    private double secondsOnOne(Gpu gpu) {
        GpuRate rate = GpuRate.of(gpu, workload.precision());
        return work.flops() / (ARITHMETIC_EFFICIENCY * rate.tflops() * 1e12)
                + work.bytes() / (rate.bandwidthGbs() * 1e9);
    }
}
