package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.UserEstimate;
import ai.artenic.optimizer.domain.workload.UserEstimate.Reference;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Estimates how long a workload runs on a machine, relative hardware speed first.
///
/// One estimator serves one workload; what does not depend on the machine is computed once.
public final class DurationEstimator {
    /// Whole published runs and measured steps lie within this factor of the prediction in 80 % of cases (110 runs).
    private static final double USUAL_SPREAD = 1.4;
    /// A user's own figure on the hardware it holds for.
    private static final double OWN_FIGURE_SPREAD = 1.25;
    private static final double STRANGER_MEMORY_GB = 80;
    private static final double LEAST_HOURS = 1e-6;

    private final ModelProfile profile;
    private final Workload workload;
    private final GpuCatalog gpus;
    private final AcceleratedSpeed accelerated;
    private final CpuSpeed cpu;
    private final double scale;
    private final double spread;

    /// By the other architecture that the network may as well have.
    private final Optional<DurationEstimator> otherwise;

    private final Map<Gpu, List<Gpu>> relativesOfStrangers = new HashMap<>();
    private final WorkloadCalibration calibration;

    /// An estimator that nothing has corrected.
    ///
    /// @param gpus knows the types a user's reference may name, and the relatives of unknown ones
    public DurationEstimator(ModelProfile profile, GpuCatalog gpus) {
        this(profile, gpus, WorkloadCalibration.NONE);
    }

    /// @param gpus knows the types a user's reference may name, and the relatives of unknown ones
    /// @param calibration of the workload's class
    public DurationEstimator(ModelProfile profile, GpuCatalog gpus, WorkloadCalibration calibration) {
        this(profile, gpus, calibration, SpeedFactors.SHIPPED);
    }

    /// @param gpus knows the types a user's reference may name, and the relatives of unknown ones
    /// @param calibration of the workload's class
    /// @param factors other than those that are shipped
    public DurationEstimator(
            ModelProfile profile, GpuCatalog gpus, WorkloadCalibration calibration, SpeedFactors factors) {
        this.profile = profile;
        this.workload = profile.workload();
        this.gpus = gpus;
        TrainingWork work = TrainingWork.of(profile);
        this.accelerated = new AcceleratedSpeed(profile, work, factors);
        this.cpu = new CpuSpeed(profile, work);
        this.calibration = calibration;
        Optional<DurationEstimate> reference =
                workload.userEstimate().map(estimate -> modelled(machineOf(estimate.reference())));
        this.scale = workload.userEstimate()
                .map(estimate -> estimate.hours() / reference.orElseThrow().expected())
                .orElse(1.0);
        this.spread = reference.map(hours -> OWN_FIGURE_SPREAD * hours.spread()).orElse(USUAL_SPREAD);
        this.otherwise = profile.otherwise().map(other -> new DurationEstimator(other, gpus, calibration, factors));
    }

    /// What is taken for granted about the hardware a user's own figure holds for, where it is not known.
    public Optional<Assumption> assumption() {
        return workload.userEstimate().map(UserEstimate::reference).flatMap(this::assumption);
    }

    private Optional<Assumption> assumption(Reference reference) {
        if (!(reference instanceof Reference.Gpus(String type, double _))
                || named(type).isKnown()) {
            return Optional.empty();
        }
        String relatives =
                GpuRelatives.of(named(type), gpus).stream().map(Gpu::type).collect(Collectors.joining(", "));
        return Optional.of(new Assumption("reference.gpu_type " + type
                + " is not known: taken to be about as fast as its nearest relatives, " + relatives));
    }

    /// Hours on `nodes` machines of this kind, without interruptions. Where the network may as well have another
    /// architecture than the one that its size suggests, `low` and `high` reach as far as those of the other.
    ///
    /// @throws IllegalArgumentException if there is no node
    public DurationEstimate estimate(Machine machine, int nodes) {
        if (nodes < 1) {
            throw new IllegalArgumentException("A job needs at least one node, was " + nodes);
        }
        double factor = scale * calibration.hours(machine).factor();
        DurationEstimate taken = modelled(machine, nodes).times(factor).widened(spread * profile.uncertainty());
        return otherwise
                .map(other -> taken.spanning(other.estimate(machine, nodes)))
                .orElse(taken);
    }

    private Machine machineOf(Reference reference) {
        return switch (reference) {
            case Reference.Unstated() ->
                ReferenceMachine.of(workload.gpuRequired()).machine();
            case Reference.Vcpus(double vcpus) -> ReferenceMachine.cpuMachine(vcpus);
            case Reference.Gpus(String type, double count) ->
                ReferenceMachine.gpuMachine(
                        count, named(type), named(type).memoryGb().orElse(16));
        };
    }

    /// A type that nobody knows is taken for a card as large as the one that stands for an unstated reference.
    private Gpu named(String type) {
        return gpus.find(type, OptionalDouble.empty())
                .orElseGet(() -> Gpu.unknown(type, OptionalDouble.of(STRANGER_MEMORY_GB)));
    }

    private DurationEstimate modelled(Machine machine) {
        return modelled(machine, 1);
    }

    /// Hours as modelled; an interval only where the GPU is a stranger.
    private DurationEstimate modelled(Machine machine, int nodes) {
        if (!profile.isNeural()) {
            return exactly(cpu.tabularHours(machine, nodes));
        }
        double input = cpu.inputHours(machine, nodes);
        if (machine.accelerators().isEmpty()) {
            return exactly(Math.max(cpu.neuralHours(machine, nodes), input));
        }
        Accelerators has = machine.accelerators().get();
        return has.gpu().isKnown()
                ? exactly(Math.max(accelerated.hours(has, has.gpu(), nodes), input))
                : amongRelatives(has, nodes, input);
    }

    /// The median of the hours on the stranger's relatives, between the fastest and the slowest of them.
    private DurationEstimate amongRelatives(Accelerators has, int nodes, double input) {
        double[] hours = relativesOfStrangers.computeIfAbsent(has.gpu(), gpu -> GpuRelatives.of(gpu, gpus)).stream()
                .mapToDouble(relative -> Math.max(accelerated.hours(has, relative, nodes), input))
                .sorted()
                .toArray();
        return hours.length == 0
                ? exactly(Math.max(accelerated.hours(has, has.gpu(), nodes), input))
                : new DurationEstimate(hours[0], hours[hours.length / 2], hours[hours.length - 1]);
    }

    private static DurationEstimate exactly(double hours) {
        double some = Math.max(LEAST_HOURS, hours);
        return new DurationEstimate(some, some, some);
    }
}
