package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.DurationEstimator;
import ai.artenic.optimizer.domain.estimate.ModelProfiler;
import ai.artenic.optimizer.domain.estimate.ReferenceMachine;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.workload.Workload;

/// What a workload costs on its reference machine: the measure by which costs of jobs of different size compare.
public final class ReferenceCost {
    private ReferenceCost() {}

    /// EUR of the whole job, > 0. By the model before any correction, so that what was kept yesterday compares with
    /// what
    /// is kept today.
    ///
    /// @param gpus knows the GPU types that a user's own estimate may refer to
    public static double of(Workload workload, GpuCatalog gpus) {
        ReferenceMachine reference = ReferenceMachine.of(workload.gpuRequired());
        double hours = new DurationEstimator(ModelProfiler.profile(workload), gpus)
                .estimate(reference.machine(), 1)
                .expected();
        return hours * reference.eurPerHour();
    }
}
