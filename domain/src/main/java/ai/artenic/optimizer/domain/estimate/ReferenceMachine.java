package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The two machines that workloads are measured by: one A100-80GB for GPU jobs, 8 vCPU for CPU jobs, each with a round
/// price that anchors the cost scale. They are not on offer and never change with the catalogue.
public enum ReferenceMachine {
    A100(gpuMachine(1, a100(), 80), 2.0),
    EIGHT_VCPUS(cpuMachine(8), 0.3);

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Machine machine;

    private final double eurPerHour;

    ReferenceMachine(Machine machine, double eurPerHour) {
        this.machine = machine;
        this.eurPerHour = eurPerHour;
    }

    /// The reference of a workload that needs a GPU, or of one that does not.
    public static ReferenceMachine of(boolean gpuRequired) {
        return gpuRequired ? A100 : EIGHT_VCPUS;
    }

    public Machine machine() {
        return machine;
    }

    public double eurPerHour() {
        return eurPerHour;
    }

    /// A machine of only these GPUs, with the vCPUs and memory usual beside them.
    static Machine gpuMachine(double count, Gpu gpu, double memoryGb) {
        return new Machine(
                OptionalDouble.of(12 * Math.max(1, count)),
                OptionalDouble.of(85 * Math.max(1, count)),
                Optional.of(new Accelerators(gpu, count, memoryGb)));
    }

    /// A machine of only these vCPUs, with 4 GB of memory each.
    static Machine cpuMachine(double vcpus) {
        return new Machine(OptionalDouble.of(vcpus), OptionalDouble.of(4 * vcpus), Optional.empty());
    }

    /// NVIDIA A100 SXM4 80GB datasheet.
    private static Gpu a100() {
        return new Gpu(
                "A100-80GB",
                OptionalInt.of(0),
                OptionalDouble.of(80),
                OptionalDouble.of(2039),
                OptionalDouble.of(19.5),
                OptionalDouble.of(156),
                OptionalDouble.of(312),
                OptionalDouble.of(312),
                OptionalDouble.empty(),
                OptionalDouble.of(600));
    }
}
