package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.workload.Workload;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /// What the job saw of spot nodes: how often they were taken back, in how many hours of one node. Empty for a job
    /// on
    /// demand, and for one of which nobody said whether it was interrupted: that is not the same as never.
    public Optional<SpotEvidence> spotEvidence() {
        OptionalDouble preemptions = preemptions();
        double exposure = run.hours() * run.nodeCount().orElse(1);
        return run.isSpot() && preemptions.isPresent()
                ? Optional.of(new SpotEvidence(preemptions.getAsDouble(), exposure))
                : Optional.empty();
    }

    private OptionalDouble preemptions() {
        if (interruptions.count().isPresent()) {
            return OptionalDouble.of(interruptions.count().getAsInt());
        }
        boolean isTakenBack = ending.equals(new Ending.Failed(Optional.of(FailureKind.CAPACITY)));
        return interruptions
                .preempted()
                .map(preempted -> OptionalDouble.of(preempted || isTakenBack ? 1 : 0))
                .orElse(isTakenBack ? OptionalDouble.of(1) : OptionalDouble.empty());
    }

    public boolean succeeded() {
        return ending instanceof Ending.Succeeded;
    }
}
