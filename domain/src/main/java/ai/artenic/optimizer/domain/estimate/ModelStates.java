package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Optimizer;
import ai.artenic.optimizer.domain.workload.Precision;

/// Bytes of weights, gradients and optimiser state on each GPU.
///
/// Sources: Hugging Face transformers and DeepSpeed memory documents (16 B per parameter with Adam, in fp32 as in mixed
/// precision), EleutherAI cookbook, QLoRA (4-bit weights with block-wise scales: 0.5625 B per parameter).
final class ModelStates {
    /// Share of the parameters that adapters add and train.
    private static final double ADAPTER_SHARE = 0.003;
    private static final double FOUR_BIT_BYTES = 0.5625;
    /// DeepSpeed and FSDP keep gathered layers and buckets beside the shards.
    private static final double SHARDING_BUFFER_BYTES = 2e9;

    private ModelStates() {}

    static double bytes(ModelProfile profile, int zeroStage, int gpus) {
        double params = profile.params();
        boolean single = isFp32(profile.workload().precision());
        double optimizer = optimizerBytes(profile.optimizer());
        double adapters = params * ADAPTER_SHARE * (8 + optimizer);
        return switch (profile.method()) {
            case FULL -> full(params, optimizer, zeroStage, gpus);
            case LORA -> shard(params * (single ? 4 : 2), zeroStage, gpus) + adapters;
            case QLORA -> shard(quantised(profile), zeroStage, gpus) + adapters;
        };
    }

    private static double full(double params, double optimizer, int zeroStage, int gpus) {
        double weights = 4 * params / (zeroStage >= 3 ? gpus : 1);
        double gradients = 4 * params / (zeroStage >= 2 ? gpus : 1);
        double states = optimizer * params / (zeroStage >= 1 ? gpus : 1);
        boolean buffered = zeroStage >= 2 && gpus > 1;
        return weights + gradients + states + (buffered ? Math.min(SHARDING_BUFFER_BYTES, 2 * params) : 0);
    }

    private static double shard(double weights, int zeroStage, int gpus) {
        return zeroStage >= 3 ? weights / gpus : weights;
    }

    /// Linear layers in 4 bits; embeddings and output layer stay in 4 bytes.
    private static double quantised(ModelProfile profile) {
        double embeddings = Math.min(profile.params(), 2 * profile.vocabulary() * profile.hidden());
        return (profile.params() - embeddings) * FOUR_BIT_BYTES + embeddings * 4;
    }

    private static double optimizerBytes(Optimizer optimizer) {
        return switch (optimizer) {
            case ADAM, ADAMW -> 8;
            case ADAMW_8BIT -> 2;
            case LION, SGD -> 4;
            case ADAFACTOR -> 0.5;
        };
    }

    static boolean isFp32(Precision precision) {
        return precision == Precision.FP32 || precision == Precision.TF32;
    }
}
