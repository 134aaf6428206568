package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.util.Map;
import java.util.Optional;

/// A question to the Training Advisor: for this workload, within these constraints, what are the best candidates?
///
/// @param topN how many recommendations to answer with, 1 to 100
/// @param jobId the caller's own id of the training job; a job has at most one persisted recommendation
/// @param persist whether the answer is kept, so that an outcome can refer to it
public record RecommendRequest(
        Workload workload,
        Constraints constraints,
        Goal goal,
        Mode mode,
        int topN,
        Optional<String> jobId,
        boolean persist) {
    public static final int DEFAULT_TOP_N = 5;
    public static final int MOST_TOP_N = 100;
    private static final int LONGEST_JOB_ID = 36;

    /// Reads a request out of its fields: the request, or everything that is wrong with it.
    public static Intake<RecommendRequest> read(Map<String, ?> raw) {
        RawObject fields = RawObject.root(raw);
        Optional<Workload> workload = fields.object("workload").map(WorkloadReader::read);
        Constraints constraints =
                fields.object("constraints").map(Constraints::read).orElse(Constraints.NONE);
        Goal goal = fields.choice("goal", Goal.class, Goal.COST);
        Mode mode = fields.choice("mode", Mode.class, Mode.AUTO);
        int topN = fields.integer("top_n", Bounds.between(1, MOST_TOP_N), DEFAULT_TOP_N);
        Optional<String> jobId = fields.text("job_id");
        boolean persist = fields.flag("persist", true);
        fields.refuseUnknownFields();
        if (raw.get("workload") == null) {
            fields.refuse("workload", "is required");
        }
        if (jobId.isPresent() && jobId.get().length() > LONGEST_JOB_ID) {
            fields.refuse("job_id", "must have at most " + LONGEST_JOB_ID + " characters");
        }
        if (constraints.maxNodes() > 1
                && workload.isPresent()
                && !workload.get().distributed()) {
            fields.refuse("constraints", "max_nodes above 1 needs a workload with distributed = true");
        }
        return fields.conclude(
                () -> new RecommendRequest(workload.orElseThrow(), constraints, goal, mode, topN, jobId, persist));
    }
}
