package ai.artenic.optimizer.domain.cost.anomaly;

import ai.artenic.optimizer.domain.cost.history.SpentAt;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.Interruptions;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A job whose money is spent.
///
/// @param id of its outcome
/// @param at when it counts as spent
/// @param group of alike workloads
/// @param prediction what was expected of it where it ran, if anything was
/// @param recommendation that was followed or not, if there was one
public record SpentJob(
        long id,
        Instant at,
        String jobId,
        QueryId group,
        Run run,
        Ending ending,
        Interruptions interruptions,
        Optional<Prediction> prediction,
        Optional<UUID> recommendation) {
    public static SpentJob of(KeptOutcome kept) {
        AssessedOutcome assessed = kept.assessed();
        return new SpentJob(
                kept.id(),
                SpentAt.of(kept),
                assessed.outcome().jobId(),
                assessed.queryId(),
                assessed.outcome().run(),
                assessed.outcome().ending(),
                assessed.outcome().interruptions(),
                assessed.prediction(),
                assessed.outcome().recommendationId());
    }

    /// EUR of the whole job.
    double cost() {
        return run.cost().amount().doubleValue();
    }

    int nodes() {
        return run.nodeCount().orElse(1);
    }

    /// Whether the provider took nodes back.
    public boolean wasPreempted() {
        return interruptions.preempted().orElse(false) || interruptions.count().orElse(0) > 0;
    }

    public boolean succeeded() {
        return ending instanceof Ending.Succeeded;
    }

    /// Whether it ran to its end undisturbed, so that it tells what such jobs cost.
    public boolean ranClean() {
        return succeeded() && !wasPreempted();
    }
}
