package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.experience.GroupRun;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// An outcome and what it teaches.
///
/// @param workload what was trained, from the outcome or its recommendation
/// @param prediction frozen when the job was placed, or else stated, or else made now; empty where nothing could be
///     predicted
/// @param label the outcome label; empty where there is no prediction to compare with
/// @param relativeCost actual cost over the workload's cost on its reference machine, so that alike jobs of
///     different
///     size compare; empty where the job failed
/// @param features as logged when the job was placed, or else made now
/// @param observation for the calibration, if the outcome tells one
/// @param run for the experience of the query group, if it tells one
/// @param notes in words, what was out of the ordinary
public record AssessedOutcome(
        Outcome outcome,
        Workload workload,
        QueryId queryId,
        WorkloadHash workloadHash,
        Optional<Prediction> prediction,
        Optional<RelevanceLabel> label,
        OptionalDouble relativeCost,
        FeatureVector features,
        Optional<Observation> observation,
        Optional<GroupRun> run,
        List<String> notes) {
    public AssessedOutcome {
        notes = List.copyOf(notes);
    }

    /// The regret label, given the best relative cost known of the query group before this outcome.
    public RelevanceLabel regretLabel(OptionalDouble bestKnown) {
        if (relativeCost.isEmpty()) {
            return RelevanceLabel.FAILED;
        }
        double cost = relativeCost.getAsDouble();
        return RelevanceLabel.againstBestKnown(cost, Math.min(cost, bestKnown.orElse(cost)));
    }
}
