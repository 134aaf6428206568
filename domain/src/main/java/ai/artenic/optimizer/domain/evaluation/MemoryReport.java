package ai.artenic.optimizer.domain.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/// How well memory estimates met measured peaks.
///
/// @param errors of the expected peak
/// @param oomAcceptedRatio share of the cases out of memory that the estimate would have let pass
/// @param fitRejectedRatio share of the cases that fit which the estimate would have called too tight
public record MemoryReport(ErrorSummary errors, double oomAcceptedRatio, double fitRejectedRatio) {
    /// The figures by their names in the documents.
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<>(errors.fields());
        fields.put("oom_accepted_ratio", oomAcceptedRatio);
        fields.put("fit_rejected_ratio", fitRejectedRatio);
        return fields;
    }
}
