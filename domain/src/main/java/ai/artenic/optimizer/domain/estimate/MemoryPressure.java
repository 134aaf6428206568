package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Machine;

/// How many times longer a job over tables takes because its data does not fit in the memory of its nodes.
final class MemoryPressure {
    /// What the system and the engine leave of a machine's memory.
    private static final double MEMORY_FOR_DATA = 0.7;
    /// One pass of spilling; a further rise orders the measured clusters (up to 12 times the memory) less well.
    private static final double PRESSURE_OF_ONE_MERGE = 4;
    /// From here on an external sort takes more passes than one (assumption: beyond what was measured).
    private static final double MEMORIES_IN_ONE_MERGE = 16;
    /// Memory moves 20 GB/s beside a few cores, a cloud disk 0.2 GB/s: nothing is slower than reading from disk at
    /// every touch (assumption).
    private static final double MEMORY_OVER_DISK = 100;
    private static final double USUAL_GB_PER_VCPU = 4;

    private MemoryPressure() {}

    /// 1 where the data fits in the memory of all nodes with room to spare, rising as it spills: first with the
    /// data, and far beyond as the passes of an external sort, with the logarithm. Memory that is not stated is
    /// taken for the usual beside the cores, not for endless.
    static double of(double workingSetGb, Machine machine, int nodes) {
        double memoryGb = machine.memoryGb().orElse(USUAL_GB_PER_VCPU * CpuSpeed.vcpus(machine));
        double fill = workingSetGb / (memoryGb * MEMORY_FOR_DATA * nodes);
        double moreMerges = Math.log(Math.max(1, fill / MEMORIES_IN_ONE_MERGE));
        double pressure = Math.clamp(fill, 1, PRESSURE_OF_ONE_MERGE) + PRESSURE_OF_ONE_MERGE * moreMerges;
        return Math.min(pressure, MEMORY_OVER_DISK);
    }
}
