package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Optional;

/// How alike two placements are: the kernel by which what was seen at one tells of the other, in (0, 1].
///
/// `exp(-d/2)` with d the squared distance in logarithms of nodes, price, cores, memory per core and GPUs, each by
/// the length over which estimates err alike, plus a constant where provider, instance type or GPU differ.
final class Likeness {
    private static final double NODES = 0.8;
    private static final double PRICE = 0.7;
    private static final double CORES = 0.7;
    private static final double MEMORY = 0.55;
    private static final double GPUS = 0.9;
    private static final double OTHER_PROVIDER = 1;
    private static final double OTHER_TYPE = 0.2;
    private static final double OTHER_GPU = 1;

    private final Placement place;
    private final Optional<String> gpu;
    private final double[] lengths;

    Likeness(Placement place) {
        this.place = place;
        Machine machine = place.machine();
        this.gpu = machine.accelerators().map(has -> has.gpu().type());
        double price = Math.log(place.pricePerHour());
        double cores = machine.vcpus().isPresent() ? Math.log(machine.vcpus().getAsDouble()) : price;
        double memory = machine.vcpus().isPresent() && machine.memoryGb().isPresent()
                ? Math.log(machine.memoryGb().getAsDouble() / machine.vcpus().getAsDouble())
                : 0;
        this.lengths = new double[] {
            Math.log(place.nodes()) / NODES,
            price / PRICE,
            cores / CORES,
            memory / MEMORY,
            Math.log(machine.accelerators().map(Accelerators::count).orElse(1.0)) / GPUS
        };
    }

    double to(Likeness other) {
        double distance = place.provider().equals(other.place.provider()) ? 0 : OTHER_PROVIDER;
        distance += place.instanceType().equals(other.place.instanceType()) ? 0 : OTHER_TYPE;
        distance += gpu.equals(other.gpu) ? 0 : OTHER_GPU;
        for (int i = 0; i < lengths.length; i++) {
            double apart = lengths[i] - other.lengths[i];
            distance += apart * apart;
        }
        return Math.exp(-distance / 2);
    }
}
