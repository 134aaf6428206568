package ai.artenic.optimizer.adapters.pricing.kubernetes;

import java.util.Optional;
import java.util.OptionalDouble;

/// What a job can have of a node: all of it, or one slice of one of its accelerators with the cores and the memory
/// that go with it.
///
/// @param device what the cluster calls the accelerators or the slice, such as `A100-SXM4-40GB-MIG-1g.5gb`
/// @param gpu the name of the whole accelerator; empty where the cluster does not say, or there is none
/// @param gpuCount accelerators, or the share of one
/// @param gpuMemoryGb of one accelerator, or of the share
/// @param fraction of the node, in (0, 1]
record Portion(String device, Optional<String> gpu, double gpuCount, OptionalDouble gpuMemoryGb, double fraction) {
    /// All of a node without accelerators.
    static final Portion PLAIN = new Portion("", Optional.empty(), 0, OptionalDouble.empty(), 1);

    boolean hasGpu() {
        return gpuCount > 0;
    }

    /// Whether it is less than one accelerator.
    boolean isSlice() {
        return gpuCount > 0 && gpuCount < 1;
    }

    /// What tells it from the whole node in the name of an offer, such as `-MIG-1g.5gb`.
    String suffix() {
        return device.substring(gpu.orElse("").length());
    }

    Portion ofNode(double allocated) {
        return new Portion(device, gpu, gpuCount, gpuMemoryGb, fraction / allocated);
    }
}
