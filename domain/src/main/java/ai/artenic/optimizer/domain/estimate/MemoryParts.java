package ai.artenic.optimizer.domain.estimate;

/// What a job puts into the memory of each GPU, in GB (2^30 bytes).
///
/// @param states weights, gradients and optimiser state
/// @param activations activations and logits
/// @param context the runtime's own: CUDA context, libraries' workspaces, communication buffers
public record MemoryParts(double states, double activations, double context) {
    /// Alignment and buckets beside the states.
    private static final double STATE_OVERHEAD = 1.05;

    /// What the framework reports as allocated at the peak.
    public double allocated() {
        return states + activations;
    }

    /// What the allocator has taken from the device, where it keeps this many times the activations in its cache.
    public double reserved(double cacheFactor) {
        return STATE_OVERHEAD * states + cacheFactor * activations;
    }
}
