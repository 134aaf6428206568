package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimator;
import ai.artenic.optimizer.domain.estimate.ModelProfiler;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.UnlistedInstance;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was expected of a job where it ran, or would have been.
///
/// @param prediction by which the outcome is judged; empty where nothing can be predicted
/// @param features of the workload on the instance
/// @param modelled what the calibration compares with; empty where the instance is not known
/// @param notes in words, what is out of the ordinary
public record Expectation(
        Optional<Prediction> prediction, FeatureVector features, Optional<Modelled> modelled, List<String> notes) {
    public Expectation {
        notes = List.copyOf(notes);
    }

    /// Estimates before any correction, and where they are for.
    ///
    /// @param nodes at least 1
    /// @param pricePerHour EUR of one node, >= 0
    /// @param hours of the whole job, > 0
    /// @param gpuMemoryGb need per GPU; empty for machines without GPUs
    public record Modelled(Machine machine, int nodes, double pricePerHour, double hours, OptionalDouble gpuMemoryGb) {}

    /// As the recommendation that was followed froze it.
    public static Expectation frozen(InstanceRecommendation followed) {
        return frozen(
                followed.estimatedHours().expected().value(),
                followed.estimatedCost().expected().amount().doubleValue(),
                followed.features(),
                new Modelled(
                        followed.offer().machine(),
                        followed.nodeCount(),
                        followed.pricePerHour().value(),
                        followed.modelledHours(),
                        followed.modelledGpuMemoryGb()));
    }

    /// As the recommendation that was followed froze it, of which only this was read.
    ///
    /// @param hours expected, after any correction
    /// @param costEur expected, of the whole job
    public static Expectation frozen(double hours, double costEur, FeatureVector features, Modelled modelled) {
        return new Expectation(Prediction.ifComparable(hours, costEur), features, Optional.of(modelled), List.of());
    }

    /// As it is predicted now; the reporter's own prediction comes first. How the instance stands to others of a
    /// request is missing, for there was none.
    public static Expectation madeNow(Scored scored, Optional<Prediction> stated) {
        Machine machine = scored.listed().offer().machine();
        var notes = new ArrayList<String>();
        scored.rejection()
                .ifPresent(reason -> notes.add("the instance would not have been recommended: " + Terms.wire(reason)));
        return new Expectation(
                stated.or(() -> Prediction.ifComparable(scored.expectedHours(), scored.expectedCost())),
                scored.features().without("cost_to_cheapest", "hours_to_fastest"),
                Optional.of(new Modelled(
                        machine,
                        scored.listed().nodes(),
                        scored.listed().pricePerHour(),
                        scored.hoursBeforeLesson() / scored.calibrated(),
                        gpuMemory(
                                scored.listed().workload(),
                                machine,
                                scored.listed().nodes()))),
                notes);
    }

    /// Of an instance that the catalogue does not list: what the reporter predicted, if anything.
    public static Expectation unlisted(Workload workload, Run run, Optional<Prediction> stated) {
        return new Expectation(
                stated,
                UnlistedInstance.features(workload, run.provider(), run.isSpot(), run.nodeCount()),
                Optional.empty(),
                List.of("the catalogue does not list " + run.provider().key() + "/" + run.instanceType()
                        + run.region().map(region -> "/" + region).orElse("") + (run.isSpot() ? " on spot" : "")));
    }

    /// The same, judged by the reporter's own prediction where there is none: an instance can have been recommended at
    /// a cost of nothing.
    public Expectation orStated(Optional<Prediction> stated) {
        return new Expectation(prediction.or(() -> stated), features, modelled, notes);
    }

    /// The same with a note before the others.
    public Expectation noting(String note) {
        var all = new ArrayList<String>();
        all.add(note);
        all.addAll(notes);
        return new Expectation(prediction, features, modelled, all);
    }

    private static OptionalDouble gpuMemory(Workload workload, Machine machine, int nodes) {
        return machine.accelerators().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(GpuMemoryEstimator.estimate(
                                ModelProfiler.profile(workload),
                                machine.accelerators().get().devices() * nodes)
                        .expected());
    }
}
