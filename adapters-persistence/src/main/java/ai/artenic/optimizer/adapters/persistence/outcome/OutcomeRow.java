package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.json.FeaturesRow;
import ai.artenic.optimizer.adapters.persistence.json.GroupRunRow;
import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.OutcomeFields;
import ai.artenic.optimizer.domain.workload.WorkloadFields;
import java.util.Optional;

/// An outcome as it goes to the database, with its texts ready.
///
/// @param workload as JSON
/// @param isWorkloadStated whether the outcome states just this workload; then its fields are without
/// @param fields of the outcome as JSON
/// @param features as JSON
/// @param run as JSON, if the outcome tells one
/// @param notes as JSON
record OutcomeRow(
        AssessedOutcome assessed,
        String workload,
        boolean isWorkloadStated,
        String fields,
        String features,
        Optional<String> run,
        String notes) {
    static OutcomeRow of(AssessedOutcome assessed) {
        Outcome outcome = assessed.outcome();
        boolean isWorkloadStated = outcome.workload().equals(Optional.of(assessed.workload()));
        var fields = isWorkloadStated ? OutcomeFields.besidesWorkload(outcome) : OutcomeFields.of(outcome);
        return new OutcomeRow(
                assessed,
                Json.write(WorkloadFields.of(assessed.workload())),
                isWorkloadStated,
                Json.write(fields),
                Json.write(FeaturesRow.of(assessed.features())),
                assessed.run().map(GroupRunRow::of).map(Json::write),
                Json.write(assessed.notes()));
    }

    String jobId() {
        return assessed.outcome().jobId();
    }

    String queryId() {
        return assessed.queryId().value().toString();
    }
}
