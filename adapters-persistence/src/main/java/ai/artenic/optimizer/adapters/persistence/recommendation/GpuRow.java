package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The accelerators of an offer with the hardware facts they were ranked on, which later tables do not change.
public record GpuRow(
        String type,
        double count,
        double memoryGbEach,
        OptionalInt id,
        OptionalDouble memoryGb,
        OptionalDouble bandwidthGbs,
        OptionalDouble fp32Tflops,
        OptionalDouble tf32Tflops,
        OptionalDouble fp16Tflops,
        OptionalDouble bf16Tflops,
        OptionalDouble fp8Tflops,
        OptionalDouble interconnectGbs) {
    public static GpuRow of(Accelerators accelerators) {
        Gpu gpu = accelerators.gpu();
        return new GpuRow(
                gpu.type(),
                accelerators.count(),
                accelerators.memoryGbEach(),
                gpu.id(),
                gpu.memoryGb(),
                gpu.bandwidthGbs(),
                gpu.fp32Tflops(),
                gpu.tf32Tflops(),
                gpu.fp16Tflops(),
                gpu.bf16Tflops(),
                gpu.fp8Tflops(),
                gpu.interconnectGbs());
    }

    public Accelerators toDomain() {
        var gpu = new Gpu(
                type,
                id,
                memoryGb,
                bandwidthGbs,
                fp32Tflops,
                tf32Tflops,
                fp16Tflops,
                bf16Tflops,
                fp8Tflops,
                interconnectGbs);
        return new Accelerators(gpu, count, memoryGbEach);
    }
}
