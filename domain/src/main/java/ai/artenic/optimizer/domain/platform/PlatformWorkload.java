package ai.artenic.optimizer.domain.platform;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The fields of a workload out of what the platform keeps of a job: those we know, as far as they are valid.
final class PlatformWorkload {
    private static final Set<String> REQUIRED =
            Set.of("dataset_size_gb", "model_params_m", "framework", "gpu_required");
    private static final List<String> TERMS = List.of("framework", "precision", "architecture", "method", "optimizer");
    private static final List<String> NUMBERS_OF_FEATURES =
            List.of("dataset_size_gb", "model_params_m", "num_epochs", "batch_size", "num_workers");

    private PlatformWorkload() {}

    /// Fields of the outcome's workload, then the job's, the recommendation's, the features'; unknown and invalid
    /// optional ones are left out.
    static Map<String, Object> of(PlatformJob job) {
        Map<String, Object> features = Column.object(job.sample(), "features");
        var fields = new LinkedHashMap<String, Object>();
        for (String name : NUMBERS_OF_FEATURES) {
            Column.number(features, name).ifPresent(value -> fields.put(name, value));
        }
        fields.putAll(known(job.recommendation()));
        fields.putAll(known(job.job()));
        fields.putAll(known(job.outcome()));
        RawObject raw = RawObject.root(fields);
        Workload read = WorkloadReader.read(raw);
        if (raw.conclude(() -> read) instanceof Intake.Refused<Workload>(var violations)) {
            violations.stream()
                    .map(violation -> violation.pointer().split("/", -1)[1])
                    .filter(name -> !REQUIRED.contains(name))
                    .forEach(fields::remove);
        }
        return fields;
    }

    private static Map<String, Object> known(Map<String, Object> row) {
        Map<String, Object> spec = Column.object(row, "workload_spec");
        spec.keySet().retainAll(WorkloadReader.fieldNames());
        for (String term : TERMS) {
            spec.computeIfPresent(term, (_, value) -> value.toString().toLowerCase(Locale.ROOT));
        }
        return spec;
    }
}
