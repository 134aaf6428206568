package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.MemoryUse;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.experience.GroupRun;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.outcome.Expectation.Modelled;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.util.Optional;
import java.util.OptionalDouble;

/// Holds an outcome against what was expected of it.
public final class Assessment {
    private Assessment() {}

    /// What the outcome teaches.
    ///
    /// @param workload what was trained
    /// @param group the workload's
    /// @param referenceCost EUR of the workload on its reference machine, > 0
    public static AssessedOutcome of(
            Outcome outcome, Workload workload, QueryId group, Expectation expectation, double referenceCost) {
        return new AssessedOutcome(
                outcome,
                workload,
                group,
                WorkloadHash.of(workload),
                expectation.prediction(),
                label(outcome, expectation.prediction()),
                relativeCost(outcome, referenceCost),
                expectation.features(),
                expectation.modelled().flatMap(modelled -> observation(outcome, workload, modelled)),
                expectation.modelled().flatMap(modelled -> run(outcome, group, workload, modelled)),
                expectation.notes());
    }

    private static Optional<RelevanceLabel> label(Outcome outcome, Optional<Prediction> prediction) {
        Run run = outcome.run();
        return switch (outcome.ending()) {
            case Ending.Failed _ -> Optional.of(RelevanceLabel.FAILED);
            case Ending.Succeeded() ->
                prediction.map(predicted -> RelevanceLabel.againstPrediction(run.hours(), costEur(run), predicted));
        };
    }

    private static OptionalDouble relativeCost(Outcome outcome, double referenceCost) {
        double cost = costEur(outcome.run());
        return outcome.succeeded() && cost > 0 ? OptionalDouble.of(cost / referenceCost) : OptionalDouble.empty();
    }

    private static Optional<Observation> observation(Outcome outcome, Workload workload, Modelled modelled) {
        HardwareClass hardware = HardwareClass.of(modelled.machine());
        WorkloadClass kind = WorkloadClass.of(workload);
        Optional<MemoryUse> memory = memory(modelled);
        return switch (outcome.ending()) {
            case Ending.Succeeded()
            when outcome.run().hours() > 0 ->
                Optional.of(new Observation.Finished(
                        outcome.jobId(),
                        hardware,
                        kind,
                        modelled.hours(),
                        outcome.run().hours(),
                        memory));
            case Ending.Failed(var why)
            when why.equals(Optional.of(FailureKind.OOM)) ->
                memory.map(use ->
                        new Observation.OutOfMemory(outcome.jobId(), hardware, kind, use.modelledGb(), use.usableGb()));
            case Ending.Succeeded(), Ending.Failed _ -> Optional.empty();
        };
    }

    /// What failed through no fault of where it ran tells nothing of it, nor does what took no time.
    private static Optional<GroupRun> run(Outcome outcome, QueryId group, Workload workload, Modelled modelled) {
        Run run = outcome.run();
        boolean isTelling = switch (outcome.ending()) {
            case Ending.Succeeded() -> run.hours() > 0;
            case Ending.Failed(var why) -> why.map(FailureKind::isOfTheInstance).orElse(true);
        };
        if (!isTelling || modelled.pricePerHour() == 0) {
            return Optional.empty();
        }
        var placement = new Placement(
                run.provider(), run.instanceType(), modelled.machine(), modelled.nodes(), modelled.pricePerHour());
        return Optional.of(new GroupRun(
                group,
                WorkloadClass.of(workload),
                new PastRun(placement, modelled.hours(), run.hours(), !outcome.succeeded())));
    }

    private static Optional<MemoryUse> memory(Modelled modelled) {
        Machine machine = modelled.machine();
        return machine.accelerators().isEmpty() || !(modelled.gpuMemoryGb().orElse(0) > 0)
                ? Optional.empty()
                : Optional.of(new MemoryUse(
                        modelled.gpuMemoryGb().getAsDouble(),
                        machine.accelerators().get().memoryGbEach() * GpuMemoryEstimate.USABLE_SHARE,
                        OptionalDouble.empty()));
    }

    private static double costEur(Run run) {
        return run.cost().amount().doubleValue();
    }
}
