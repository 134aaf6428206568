package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.workload.Workload;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What became of a training job, as it was reported.
///
/// @param jobId the reporter's own id of the job, 1 to 36 characters; a job has one outcome
/// @param recommendationId the recommendation that was followed, if one was
/// @param workload what was trained; there unless a recommendation tells
/// @param stated the reporter's own prediction; the frozen one of the recommendation counts where there is one
public record Outcome(
        String jobId,
        Optional<UUID> recommendationId,
        Optional<Workload> workload,
        Run run,
        Ending ending,
        Interruptions interruptions,
        Optional<MetricChange> metric,
        Optional<Prediction> stated,
        Optional<Instant> completedAt) {
    public static final int LONGEST_JOB_ID = 36;

    public Outcome {
        if (jobId.isBlank() || jobId.length() > LONGEST_JOB_ID) {
            throw new IllegalArgumentException("Outcome needs a job id of 1 to 36 characters, was '" + jobId + "'");
        }
        if (recommendationId.isEmpty() && workload.isEmpty()) {
            throw new IllegalArgumentException("Outcome of " + jobId + " needs a recommendation or a workload");
        }
    }

    public boolean succeeded() {
        return ending instanceof Ending.Succeeded;
    }
}
