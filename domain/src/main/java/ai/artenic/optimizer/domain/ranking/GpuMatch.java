package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.GpuRate;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;

/// The hardware part of the score, in [0, 1]: 85 % for how well the device fits the arithmetic of the job, 15 % for its
/// speed relative to the reference machine, `s / (1 + s)`.
final class GpuMatch {
    private static final double FIT_SHARE = 0.85;
    private static final double IDLE_GPU = 0.2;
    private static final double NETWORK_ON_CPU = 0.6;

    private GpuMatch() {}

    /// @param relativeSpeed reference hours over the candidate's hours
    static double of(Workload workload, Machine machine, double relativeSpeed) {
        return FIT_SHARE * fit(workload, machine) + (1 - FIT_SHARE) * relativeSpeed / (1 + relativeSpeed);
    }

    private static double fit(Workload workload, Machine machine) {
        boolean usesGpu = workload.gpuRequired() || (workload.framework().isNeural() && workload.modelParamsM() > 0);
        if (machine.accelerators().isEmpty()) {
            return usesGpu ? NETWORK_ON_CPU : 1;
        }
        return usesGpu
                ? GpuRate.of(machine.accelerators().get().gpu(), workload.precision())
                        .support()
                : IDLE_GPU;
    }
}
