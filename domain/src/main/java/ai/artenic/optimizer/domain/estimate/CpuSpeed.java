package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Framework;
import ai.artenic.optimizer.domain.workload.Workload;

/// Hours that CPU cores take: for training without accelerators, for tables, and for feeding accelerators.
final class CpuSpeed {
    /// Effective training rate of a vCPU: 13 GFLOPS per physical core, two vCPU each (measured on desktop parts).
    private static final double NEURAL_FLOPS_PER_VCPU = 6.5e9;
    /// Core-seconds per GB and pass of tabular training; order of magnitude, hence the wide interval.
    private static final double CORE_SECONDS_PER_GB = 200;
    private static final double DECODED_IMAGES_PER_CORE_SECOND = 120;
    /// Rows are put together in Python: a core feeds a dense network with 5 MB/s.
    private static final double FED_GB_PER_CORE_SECOND = 0.005;
    private static final double STORAGE_GB_PER_SECOND = 1;
    private static final double USUAL_VCPUS = 4;
    private static final double PARALLEL_EXPONENT = 0.9;
    /// Engines read in partitions of 128 MB; a node without one idles.
    private static final double PARTITION_GB = 0.128;

    private final ModelProfile profile;
    private final Workload workload;
    private final TrainingWork work;

    CpuSpeed(ModelProfile profile, TrainingWork work) {
        this.profile = profile;
        this.workload = profile.workload();
        this.work = work;
    }

    double neuralHours(Machine machine, int nodes) {
        double cores = Math.pow(vcpus(machine), PARALLEL_EXPONENT);
        return work.flops() / (NEURAL_FLOPS_PER_VCPU * cores * Scaling.acrossNodes(nodes)) / 3600;
    }

    double tabularHours(Machine machine, int nodes) {
        double cores = Math.pow(vcpus(machine), PARALLEL_EXPONENT) * Scaling.acrossNodes(workers(nodes));
        double seconds = HostMemory.tableGb(workload) * workload.numEpochs() * CORE_SECONDS_PER_GB / cores;
        return seconds * MemoryPressure.of(HostMemory.tableGb(workload), machine, nodes) / 3600;
    }

    /// Nodes that have something to do: Dask keeps one for its scheduler, and no more can work than there are
    /// partitions.
    private double workers(int nodes) {
        double free = workload.framework() == Framework.DASK ? Math.max(1, nodes - 1) : nodes;
        return Math.min(free, Math.max(1, Math.ceil(HostMemory.tableGb(workload) / PARTITION_GB)));
    }

    /// Hours until all input is read and decoded, if nothing else bounded the job.
    double inputHours(Machine machine, int nodes) {
        double reading = work.inputGb() / (STORAGE_GB_PER_SECOND * nodes);
        double preparing = work.decodedSamples() > 0
                ? work.decodedSamples() / DECODED_IMAGES_PER_CORE_SECOND
                : profile.architecture() == Architecture.MLP ? work.inputGb() / FED_GB_PER_CORE_SECOND : 0;
        return Math.max(reading, preparing / (loaders(machine) * nodes)) / 3600;
    }

    private double loaders(Machine machine) {
        int devices = machine.accelerators().isPresent()
                ? machine.accelerators().get().devices()
                : 1;
        return Math.min(vcpus(machine), (double) Math.max(1, workload.numWorkers()) * devices);
    }

    static double vcpus(Machine machine) {
        return machine.vcpus().orElse(USUAL_VCPUS);
    }
}
