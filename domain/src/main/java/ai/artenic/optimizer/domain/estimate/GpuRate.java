package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.workload.Precision;
import java.util.OptionalDouble;
import java.util.Set;

/// What one GPU delivers at a precision: its arithmetic peak and its memory bandwidth.
///
/// @param tflops dense peak in TFLOPS at the precision, emulation included
/// @param bandwidthGbs memory bandwidth in GB/s
/// @param support how well the precision fits the hardware, in [0, 1]: 1 native, 0.5 unknown
public record GpuRate(double tflops, double bandwidthGbs, double support) {
    /// A type outside the hardware table is taken for a slow data-centre card (T4) until outcomes say more.
    private static final GpuRate UNKNOWN = new GpuRate(8.1, 320, 0.5);

    private static final double BEFORE_PASCAL = 0.5;
    private static final double OF_PASCAL = 0.8;
    private static final Set<String> PASCAL = Set.of("P4", "P40", "P100", "QuadroP4000", "QuadroP5000", "QuadroP6000");

    /// The rate of the GPU at the precision.
    public static GpuRate of(Gpu gpu, Precision precision) {
        if (gpu.fp32Tflops().isEmpty() && gpu.fp16Tflops().isEmpty()) {
            return UNKNOWN;
        }
        double bandwidth = gpu.bandwidthGbs().orElse(UNKNOWN.bandwidthGbs());
        double fp16 = gpu.fp16Tflops().orElse(0);
        double fp32 = gpu.fp32Tflops().orElse(fp16 / 8);
        return switch (precision) {
            case FP32 -> new GpuRate(fp32, bandwidth, 1);
            case TF32 -> orEmulated(gpu.tf32Tflops(), fp32, bandwidth, 0.7);
            case FP16, INT8 -> orEmulated(gpu.fp16Tflops(), fp32, bandwidth, 0.6);
            case BF16 ->
                orEmulated(gpu.bf16Tflops(), fp32, bandwidth, gpu.fp16Tflops().isPresent() ? 0.7 : 0.5);
            case FP8 -> orEmulated(gpu.fp8Tflops(), gpu.bf16Tflops().orElse(fp32), bandwidth, 0.6);
        };
    }

    /// Share of its rate that a generation delivers: GPUs without any 16-bit units (Kepler, Maxwell) run at base
    /// clocks and without today's kernels (K80: 562 MHz of 875), Pascal at four fifths of its rate.
    static double generation(Gpu gpu) {
        if (gpu.bf16Tflops().isEmpty() && PASCAL.contains(gpu.type())) { // no need to look up what has bf16 units
            return OF_PASCAL;
        }
        return gpu.fp32Tflops().isPresent() && gpu.fp16Tflops().isEmpty() ? BEFORE_PASCAL : 1;
    }

    private static GpuRate orEmulated(OptionalDouble rate, double fallback, double bandwidth, double fallbackSupport) {
        return rate.isPresent()
                ? new GpuRate(Math.max(rate.getAsDouble(), fallback), bandwidth, 1)
                : new GpuRate(fallback, bandwidth, fallbackSupport);
    }
}
