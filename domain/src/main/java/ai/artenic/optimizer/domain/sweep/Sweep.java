package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A search for hyper-parameters: the same training tried many times with other settings.
///
/// @param workload one trial in full
/// @param trials how many are tried, 1 to [#MOST_TRIALS]
/// @param maxParallel most trials that may run at once, >= 1
/// @param constraints cost and hours limit the whole sweep, the price per hour all machines that run at once
/// @param topN how many plans to answer with, 1 to 100
public record Sweep(
        Workload workload, int trials, int maxParallel, Pruning pruning, Constraints constraints, int topN) {
    public static final int MOST_TRIALS = 100_000;
    public static final int DEFAULT_MAX_PARALLEL = 1;

    public Sweep {
        if (trials < 1 || trials > MOST_TRIALS || maxParallel < 1 || topN < 1) {
            throw new IllegalArgumentException("Sweep must have trials, maxParallel and topN of at least 1 and at most "
                    + MOST_TRIALS + " trials, had " + trials + ", " + maxParallel + ", " + topN);
        }
    }

    /// Reads a sweep out of its fields: the sweep, or everything that is wrong with it.
    public static Intake<Sweep> read(Map<String, ?> raw) {
        RawObject fields = RawObject.root(raw);
        Optional<Workload> workload = fields.object("workload").map(WorkloadReader::read);
        OptionalInt trials = fields.optionalInteger("trials", Bounds.between(1, MOST_TRIALS));
        int parallel = fields.integer("max_parallel", Bounds.between(1, Integer.MAX_VALUE), DEFAULT_MAX_PARALLEL);
        int epochs = workload.map(Workload::numEpochs).orElse(Integer.MAX_VALUE);
        Pruning pruning = fields.object("pruning")
                .map(object -> PruningReader.read(object, epochs))
                .orElse(new Pruning.None());
        Constraints constraints =
                fields.object("constraints").map(Constraints::read).orElse(Constraints.NONE);
        int topN =
                fields.integer("top_n", Bounds.between(1, RecommendRequest.MOST_TOP_N), RecommendRequest.DEFAULT_TOP_N);
        fields.refuseUnknownFields();
        if (raw.get("workload") == null) {
            fields.refuse("workload", "is required");
        }
        if (trials.isEmpty()) {
            fields.refuse("trials", "is required");
        }
        if (constraints.maxNodes() > 1
                && workload.isPresent()
                && !workload.get().distributed()) {
            fields.refuse("constraints", "max_nodes above 1 needs a workload with distributed = true");
        }
        return fields.conclude(
                () -> new Sweep(workload.orElseThrow(), trials.orElseThrow(), parallel, pruning, constraints, topN));
    }

    Schedule schedule(int trials) {
        return Schedule.of(pruning, trials, workload.numEpochs());
    }
}
