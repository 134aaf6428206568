package ai.artenic.optimizer.domain.workload;

/// The user's own figure for the whole job in hours, and the hardware it holds for.
public record UserEstimate(double hours, Reference reference) {
    public UserEstimate {
        if (!(hours > 0) || Double.isInfinite(hours)) {
            throw new IllegalArgumentException("UserEstimate hours must be positive and finite, was " + hours);
        }
    }

    /// Hardware that a user's figure refers to.
    public sealed interface Reference {
        record Gpus(String gpuType, double gpuCount) implements Reference {}

        record Vcpus(double vcpus) implements Reference {}

        /// None was given: one A100-80GB for GPU jobs, 8 vCPU for CPU jobs.
        record Unstated() implements Reference {}
    }
}
