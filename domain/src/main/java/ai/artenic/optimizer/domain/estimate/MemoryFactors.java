package ai.artenic.optimizer.domain.estimate;

/// What the memory model takes from measurements: the factors on the terms of its formulas.
///
/// @param gated on the activations of blocks with a gated feed-forward part
/// @param plain on those of blocks with a plain one
/// @param quantised further factor where the base model is held in 4 bits
/// @param recomputedLayers layers alive in full, gradients included, while one is recomputed
/// @param scoreBytes bytes per attention score where scores are stored
/// @param logitBytes bytes per token and entry of the vocabulary
/// @param adapterBytes bytes of adapters, their gradients and moments per parameter of the base model
public record MemoryFactors(
        double gated,
        double plain,
        double quantised,
        double recomputedLayers,
        double scoreBytes,
        double logitBytes,
        double adapterBytes) {
    /// Fitted to 143 measured peaks of language models. Adapters of rank 8 to 64. Eager cross-entropy holds 16-bit
    /// logits, their 32-bit copy, log-softmax, its gradient, and that in 16 bits.
    public static final MemoryFactors SHIPPED = new MemoryFactors(0.8, 0.6, 1.3, 1.5, 2.5, 16, 0.12);

    /// Fitted to nothing: Korthikanti et al. 2022 for a layer and its scores, one layer recomputed at a time, logits in
    /// 16 and 32 bits with gradients, 16 bytes for each of 0.5 % trainable parameters.
    public static final MemoryFactors PUBLISHED = new MemoryFactors(1, 1, 1, 1, 2.5, 12, 0.08);

    /// The factors in the order of the components.
    public double[] values() {
        return new double[] {gated, plain, quantised, recomputedLayers, scoreBytes, logitBytes, adapterBytes};
    }

    /// Factors in the order of the components.
    public static MemoryFactors of(double[] values) {
        return new MemoryFactors(values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
    }
}
