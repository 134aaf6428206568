package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The machines behind measured runs, of which little more than the GPUs is known: eight GPUs to a node, and cores
/// and memory enough to keep them busy.
final class MeasuredMachines {
    private static final int GPUS_PER_NODE = 8;
    private static final double VCPUS_PER_GPU = 32;
    private static final double MEMORY_GB_PER_GPU = 200;
    private static final double UNKNOWN_MEMORY_GB = 16;
    private static final Pattern GPU = Pattern.compile(
            "(Quadro RTX \\d+|RTX A?\\d+( Ada)?|[ABHTV]\\d{1,3}([ _-]\\d+GB)?([ _-](PCIe|NVL))?)",
            Pattern.CASE_INSENSITIVE);

    private final GpuCatalog gpus;

    MeasuredMachines(GpuCatalog gpus) {
        this.gpus = gpus;
    }

    /// A number of GPUs, as nodes.
    record Nodes(Machine machine, int count) {}

    /// So many GPUs of a type, at most eight to a node.
    Optional<Nodes> nodes(String gpuName, int count) {
        int each = Math.min(count, GPUS_PER_NODE);
        return find(gpuName).map(gpu -> new Nodes(machine(gpu, each), (int) Math.rint((double) count / each)));
    }

    private static Machine machine(Gpu gpu, int count) {
        return new Machine(
                OptionalDouble.of(VCPUS_PER_GPU * count),
                OptionalDouble.of(MEMORY_GB_PER_GPU * count),
                Optional.of(new Accelerators(gpu, count, gpu.memoryGb().orElse(UNKNOWN_MEMORY_GB))));
    }

    /// The GPU a name stands for, or one named somewhere in a longer name.
    private Optional<Gpu> find(String name) {
        Optional<Gpu> whole = gpus.find(name.replace('_', '-'), OptionalDouble.empty());
        if (whole.isPresent()) {
            return whole;
        }
        Matcher part = GPU.matcher(name);
        return part.find() ? gpus.find(part.group().replace('_', ' '), OptionalDouble.empty()) : Optional.empty();
    }
}
