package ai.artenic.optimizer.domain.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/// How well predicted hours and costs order the candidates of a workload.
///
/// @param errors of the predicted hours of candidates that succeeded
/// @param workloads workloads with at least one success
/// @param meanKendallTau mean over workloads of tau-b between predicted and measured hours of candidates that
///     succeeded
/// @param meanCostRegret mean regret of the pick with the lowest predicted cost, 4 for a failed pick
/// @param failedPicks picks on which the job failed
public record CandidateReport(
        ErrorSummary errors, int workloads, double meanKendallTau, double meanCostRegret, int failedPicks) {
    /// The figures by their names in the documents.
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<>(errors.fields());
        fields.put("workloads", workloads);
        fields.put("mean_kendall_tau", meanKendallTau);
        fields.put("mean_cost_regret", meanCostRegret);
        fields.put("failed_picks", failedPicks);
        return fields;
    }
}
