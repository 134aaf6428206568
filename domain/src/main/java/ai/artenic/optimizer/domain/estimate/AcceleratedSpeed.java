package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.Workload;

/// Hours that accelerators compute: arithmetic plus memory traffic, and the floor that launching kernels sets.
final class AcceleratedSpeed {
    private static final double SIZE_ANCHOR = 7e9;

    private final SpeedFactors factors;
    private final ModelProfile profile;
    private final Workload workload;
    private final TrainingWork work;
    private final double sizeGain;

    AcceleratedSpeed(ModelProfile profile, TrainingWork work, SpeedFactors factors) {
        this.factors = factors;
        this.profile = profile;
        this.workload = profile.workload();
        this.work = work;
        double gain = 1 + factors.sizeGain() * Math.log(Math.max(1, profile.activeParams()) / SIZE_ANCHOR);
        this.sizeGain = profile.isTransformer() ? Math.clamp(gain, 0.7, 1.3) : 1;
    }

    /// @param gpu the type to reckon with, which stands in for the machine's own where that is unknown
    double hours(Accelerators accelerators, Gpu gpu, int nodes) {
        double speedUp = accelerators.share() * Scaling.speedUp(accelerators, gpu, nodes, profile);
        double compute = secondsOnOne(gpu) / speedUp;
        return (profile.isTransformer() ? floored(compute, accelerators.devices() * nodes) : compute) / 3600;
    }

    private double secondsOnOne(Gpu gpu) {
        GpuRate rate = GpuRate.of(gpu, workload.precision());
        double seconds = work.flops() / (reachedTflops(gpu, rate) * 1e12) + work.bytes() / (rate.bandwidthGbs() * 1e9);
        return seconds / sizeGain / generation(gpu);
    }

    /// TFLOPS before memory traffic. In 32 bits convolutions take whichever units get more done: matrix units that are
    /// little faster than the scalar ones are less well used and not worth it.
    private double reachedTflops(Gpu gpu, GpuRate rate) {
        if (profile.isTransformer()) {
            return factors.transformers() * rate.tflops();
        }
        double matrix = factors.convolutions() * rate.tflops();
        return ModelStates.isFp32(workload.precision())
                ? Math.max(
                        matrix, factors.scalarConvolutions() * gpu.fp32Tflops().orElse(0))
                : matrix;
    }

    /// What newer kernels and steadier clocks leave to older generations.
    private double generation(Gpu gpu) {
        boolean halves = !ModelStates.isFp32(workload.precision());
        if (halves && profile.isTransformer() && gpu.bf16Tflops().isEmpty()) {
            return factors.beforeAmpere();
        }
        return GpuRate.generation(gpu);
    }

    private double floored(double compute, int gpus) {
        double microSteps = work.samples() / samplesPerMicroStep(gpus);
        double launching = microSteps * profile.layers() * factors.secondsPerLayer();
        return profile.method() == Method.QLORA
                ? Math.max(
                        compute + microSteps * factors.unpackingSecondsPerBillion() * profile.params() / 1e9, launching)
                : Math.max(compute, launching);
    }

    /// Samples that all GPUs together take in one micro-step, without a ceiling, so that it never falls in `gpus`.
    private double samplesPerMicroStep(int gpus) {
        double each = (double) workload.batchSize()
                / gpus
                / workload.setup().gradientAccumulation().orElse(1);
        boolean accumulates = workload.setup().gradientAccumulation().isEmpty();
        return gpus * Math.max(1, accumulates ? Math.min(MemorySetup.usualMicroBatch(profile), each) : each);
    }
}
