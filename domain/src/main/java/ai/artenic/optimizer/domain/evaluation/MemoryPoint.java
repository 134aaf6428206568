package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.workload.Workload;

/// A measured peak of GPU memory.
///
/// @param source who measured
/// @param gpus GPUs the job ran on
/// @param measuredGb peak on one GPU in GB (2^30 bytes)
/// @param meter what was read
public record MemoryPoint(String source, Workload workload, int gpus, double measuredGb, Meter meter) {
    /// What reports the peak. The three differ by a factor of up to 1.5 for the same run.
    public enum Meter {
        /// Live tensors, as the framework counts them.
        ALLOCATED,
        /// What the framework's allocator took from the device.
        RESERVED,
        /// What the driver shows for the process, the runtime's own memory included.
        DEVICE
    }
}
