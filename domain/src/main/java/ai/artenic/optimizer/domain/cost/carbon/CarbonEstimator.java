package ai.artenic.optimizer.domain.cost.carbon;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import java.util.Map;
import java.util.OptionalDouble;

/// Expected emissions of a job from the electricity it uses: power of the nodes times hours, times the
/// overhead of the data centre, times what a kWh of the local grid emits. What it took to make the hardware
/// is not in it.
///
/// Coefficients of vCPUs, memory and the overhead of AWS and Azure are those of the Cloud Carbon Footprint
/// project; that of GCP is general knowledge. GPUs count with their board power, vCPUs at half load.
public final class CarbonEstimator {
    /// Emissions are not known anywhere.
    public static final CarbonEstimator UNKNOWN =
            new CarbonEstimator((provider, region) -> OptionalDouble.empty(), type -> OptionalDouble.empty());

    private static final double IDLE_WATTS_PER_VCPU = 0.74;
    private static final double BUSY_WATTS_PER_VCPU = 3.5;
    private static final double WATTS_PER_VCPU = (IDLE_WATTS_PER_VCPU + BUSY_WATTS_PER_VCPU) / 2;
    private static final double WATTS_PER_GB = 0.392;
    /// Power usage effectiveness: what a data centre draws over what its machines draw.
    private static final Map<String, Double> OVERHEAD = Map.of("aws", 1.135, "azure", 1.185, "gcp", 1.1);

    private final GridIntensity grid;
    private final GpuPower gpus;

    public CarbonEstimator(GridIntensity grid, GpuPower gpus) {
        this.grid = grid;
        this.gpus = gpus;
    }

    /// Grams of CO2 equivalent of the whole job; empty unless region, overhead and power are all known. Never
    /// 0 for want of knowledge.
    public OptionalDouble grams(CostedCandidate candidate) {
        OfferId id = candidate.offer().id();
        Double overhead = OVERHEAD.get(id.provider().key());
        OptionalDouble intensity = grid.gramsPerKwh(id.provider(), id.region());
        OptionalDouble watts = watts(candidate.offer().machine());
        if (overhead == null || intensity.isEmpty() || watts.isEmpty()) {
            return OptionalDouble.empty();
        }
        double kilowattHours = watts.getAsDouble()
                / 1000
                * candidate.nodeCount()
                * candidate.estimatedHours().expected().value();
        return OptionalDouble.of(kilowattHours * overhead * intensity.getAsDouble());
    }

    /// Power of one node; empty where a part of it is not known.
    private OptionalDouble watts(Machine machine) {
        OptionalDouble boards = machine.accelerators().map(this::watts).orElse(OptionalDouble.of(0));
        if (machine.vcpus().isEmpty() || machine.memoryGb().isEmpty() || boards.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(boards.getAsDouble()
                + machine.vcpus().getAsDouble() * WATTS_PER_VCPU
                + machine.memoryGb().getAsDouble() * WATTS_PER_GB);
    }

    private OptionalDouble watts(Accelerators accelerators) {
        OptionalDouble board = gpus.watts(accelerators.gpu().type());
        return board.isEmpty() ? board : OptionalDouble.of(board.getAsDouble() * accelerators.count());
    }
}
