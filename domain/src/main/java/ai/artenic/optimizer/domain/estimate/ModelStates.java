package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.Optimizer;
import ai.artenic.optimizer.domain.workload.Precision;

/// Bytes of weights, gradients and optimiser state on each GPU.
///
/// Sources: Hugging Face transformers and DeepSpeed memory documents (16 B per parameter with Adam in fp32; 18 in
/// mixed precision: 16-bit weights, 32-bit gradients, master weights and two moments; 8 in pure 16 bits),
/// EleutherAI cookbook, QLoRA (4-bit weights with block-wise scales: 0.5625 B per parameter), 143 measured peaks of
/// language models for the adapters and the buffers.
final class ModelStates {
    private static final double FOUR_BIT_BYTES = 0.5625;
    /// Output and input embeddings are separate matrices from this size on.
    private static final double UNTIED_FROM_PARAMS = 2.5e9;
    /// DeepSpeed and FSDP keep gathered layers and buckets beside the shards.
    private static final double SHARDING_BUFFER_BYTES = 2.5e9;
    /// A frozen base is held whole up to this size: measured, sharding with FSDP saves nothing up to 13 B parameters
    /// (24.3 GiB of 33 on each of four GPUs). DeepSpeed holds the quarter of a larger one (72 B: 33.7 GiB of 50). A
    /// larger base is taken to need no less than this, so that more parameters never need less.
    private static final double LARGEST_WHOLE_BASE_BYTES = 25.0 * (1L << 30);

    private ModelStates() {}

    static double bytes(ModelProfile profile, MemorySetup setup, int gpus, MemoryFactors factors) {
        double params = profile.params();
        return switch (setup.method()) {
            case FULL -> full(params, perParam(profile, setup), setup.zeroStage(), gpus);
            case LORA, QLORA -> frozen(profile, setup, gpus) + params * factors.adapterBytes();
        };
    }

    /// Bytes per parameter.
    private record PerParam(double weights, double gradients, double moments) {}

    private static PerParam perParam(ModelProfile profile, MemorySetup setup) {
        double moments = momentBytes(profile.optimizer());
        if (isFp32(profile.workload().precision())) {
            return new PerParam(4, 4, moments);
        }
        return setup.mixed()
                ? new PerParam(2, 4, moments + 4)
                : new PerParam(2, 2, moments > 2 ? moments / 2 : moments);
    }

    private static double full(double params, PerParam bytes, int zeroStage, int gpus) {
        double weights = bytes.weights() * params / (zeroStage >= 3 ? gpus : 1);
        double gradients = bytes.gradients() * params / (zeroStage >= 2 ? gpus : 1);
        double moments = bytes.moments() * params / (zeroStage >= 1 ? gpus : 1);
        return weights + gradients + moments + (zeroStage >= 2 ? Math.min(SHARDING_BUFFER_BYTES, 4 * params) : 0);
    }

    private static double frozen(ModelProfile profile, MemorySetup setup, int gpus) {
        double base = setup.method() == Method.QLORA
                ? quantised(profile)
                : profile.params() * (isFp32(profile.workload().precision()) ? 4 : setup.mixed() ? 6 : 2);
        if (setup.zeroStage() < 3) {
            return base;
        }
        return setup.thrifty() ? base / gpus : Math.max(base / gpus, Math.min(base, LARGEST_WHOLE_BASE_BYTES));
    }

    /// Linear layers in 4 bits; embeddings and output layer stay in 4 bytes.
    private static double quantised(ModelProfile profile) {
        double matrices = profile.params() > UNTIED_FROM_PARAMS ? 2 : 1;
        double embeddings = Math.min(profile.params() / 2, matrices * profile.vocabulary() * profile.hidden());
        return (profile.params() - embeddings) * FOUR_BIT_BYTES + embeddings * 4;
    }

    /// 32-bit moments; measured: Adafactor leaves next to nothing.
    private static double momentBytes(Optimizer optimizer) {
        return switch (optimizer) {
            case ADAM, ADAMW -> 8;
            case ADAMW_8BIT -> 2;
            case LION, SGD -> 4;
            case ADAFACTOR -> 0.3;
        };
    }

    static boolean isFp32(Precision precision) {
        return precision == Precision.FP32 || precision == Precision.TF32;
    }
}
