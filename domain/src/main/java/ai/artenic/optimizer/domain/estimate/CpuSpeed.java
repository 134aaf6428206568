package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;

/// Hours that CPU cores take: for training without accelerators, for tables, and for feeding accelerators.
final class CpuSpeed {
    /// Effective training rate of a vCPU: 13 GFLOPS per physical core, two vCPU each (measured on desktop parts).
    private static final double NEURAL_FLOPS_PER_VCPU = 6.5e9;
    /// Core-seconds per GB and pass of tabular training; order of magnitude, hence the wide interval.
    private static final double CORE_SECONDS_PER_GB = 200;
    private static final double DECODED_IMAGES_PER_CORE_SECOND = 120;
    private static final double STORAGE_GB_PER_SECOND = 1;
    private static final double USUAL_VCPUS = 4;
    private static final double PARALLEL_EXPONENT = 0.8;
    private static final double WORST_MEMORY_PRESSURE = 5;

    private final ModelProfile profile;
    private final Workload workload;
    private final TrainingWork work;

    CpuSpeed(ModelProfile profile, TrainingWork work) {
        this.profile = profile;
        this.workload = profile.workload();
        this.work = work;
    }

    double neuralHours(Machine machine, int nodes) {
        double cores = Math.pow(vcpus(machine), 0.9);
        return work.flops() / (NEURAL_FLOPS_PER_VCPU * cores * Scaling.acrossNodes(nodes)) / 3600;
    }

    double tabularHours(Machine machine, int nodes) {
        double cores = Math.pow(vcpus(machine), PARALLEL_EXPONENT) * Scaling.acrossNodes(nodes);
        double seconds = workload.datasetSizeGb() * workload.numEpochs() * CORE_SECONDS_PER_GB / cores;
        return seconds * memoryPressure(machine, nodes) / 3600;
    }

    /// Hours until all input is read and decoded, if nothing else bounded the job.
    double inputHours(Machine machine, int nodes) {
        double reading = work.inputGb() / (STORAGE_GB_PER_SECOND * nodes);
        return (work.decodedSamples() > 0 ? Math.max(reading, decodingSeconds(machine, nodes)) : reading) / 3600;
    }

    private double decodingSeconds(Machine machine, int nodes) {
        int devices = machine.accelerators().isPresent()
                ? machine.accelerators().get().devices()
                : 1;
        double workers = Math.min(vcpus(machine), (double) Math.max(1, workload.numWorkers()) * devices);
        return work.decodedSamples() / (DECODED_IMAGES_PER_CORE_SECOND * workers * nodes);
    }

    /// 1 where the data fits in memory with room to spare, rising to five as it spills.
    private double memoryPressure(Machine machine, int nodes) {
        double need = HostMemory.expectedGb(profile, nodes);
        double has = machine.memoryGb().orElse(need);
        return Math.clamp(need / has, 1, WORST_MEMORY_PRESSURE);
    }

    private static double vcpus(Machine machine) {
        return machine.vcpus().orElse(USUAL_VCPUS);
    }
}
