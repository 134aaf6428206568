package ai.artenic.optimizer.domain.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/// How well predictions met what was measured. All ratios are NaN where `n` is 0.
///
/// @param n points
/// @param medianRelativeError median of |predicted - measured| / measured
/// @param p90RelativeError 90th percentile of the same
/// @param within2xRatio share of points predicted within a factor of two
/// @param intervalCoverageRatio share of points between the low and the high bound
public record ErrorSummary(
        int n,
        double medianRelativeError,
        double p90RelativeError,
        double within2xRatio,
        double intervalCoverageRatio) {
    /// The figures by their names in the documents.
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("n", n);
        fields.put("median_relative_error", medianRelativeError);
        fields.put("p90_relative_error", p90RelativeError);
        fields.put("within_2x_ratio", within2xRatio);
        fields.put("interval_coverage_ratio", intervalCoverageRatio);
        return fields;
    }
}
