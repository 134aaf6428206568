package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadFields;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;

/// A workload by the fields of the contract, defaults spelled out, unstated fields left out.
public record WorkloadJson(@JsonValue Map<String, Object> fields) {
    /// All the fields there can be.
    public static final List<String> NAMES = WorkloadFields.NAMES;

    static WorkloadJson from(Workload workload) {
        return new WorkloadJson(WorkloadFields.of(workload));
    }
}
