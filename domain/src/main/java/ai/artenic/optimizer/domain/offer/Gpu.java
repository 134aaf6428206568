package ai.artenic.optimizer.domain.offer;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A model of accelerator with its hardware facts; what is unknown is empty, never zero.
///
/// @param type canonical name, such as `A100-80GB`
/// @param id stable number of the type, used as a model feature and never reused; empty for a type not in the table
/// @param memoryGb memory of one device in GB
/// @param bandwidthGbs memory bandwidth in GB/s
/// @param fp32Tflops dense fp32 rate outside the tensor units
/// @param tf32Tflops dense tf32 tensor rate
/// @param fp16Tflops dense fp16 tensor rate (with fp32 accumulation)
/// @param bf16Tflops dense bf16 tensor rate; empty where the device has no bf16 units
/// @param fp8Tflops dense fp8 tensor rate
/// @param interconnectGbs rate to a sibling device over NVLink or its like in GB/s; zero where there is only PCIe
public record Gpu(
        String type,
        OptionalInt id,
        OptionalDouble memoryGb,
        OptionalDouble bandwidthGbs,
        OptionalDouble fp32Tflops,
        OptionalDouble tf32Tflops,
        OptionalDouble fp16Tflops,
        OptionalDouble bf16Tflops,
        OptionalDouble fp8Tflops,
        OptionalDouble interconnectGbs) {

    /// A type that is not in the hardware table: kept, and ranked on what is known of it.
    public static Gpu unknown(String type, OptionalDouble memoryGb) {
        OptionalDouble none = OptionalDouble.empty();
        return new Gpu(type, OptionalInt.empty(), memoryGb, none, none, none, none, none, none, none);
    }

    /// Whether the hardware table knows the type.
    public boolean isKnown() {
        return id.isPresent();
    }
}
