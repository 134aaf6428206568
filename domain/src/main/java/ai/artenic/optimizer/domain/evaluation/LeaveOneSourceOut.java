package ai.artenic.optimizer.domain.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/// How far off a model is on points of a source that had no part in fitting it: what to expect of jobs of somebody
/// new. Beside it the same model fitted to all points, which is what such fitting can reach at best.
///
/// @param fitted errors of the model fitted to all points
/// @param leftOut errors of each source's points by the model fitted to the other sources
public record LeaveOneSourceOut(ErrorSummary fitted, ErrorSummary leftOut) {
    /// The figures for these points.
    ///
    /// @param sourceOf the source of a point
    public static <P> LeaveOneSourceOut of(List<P> points, Function<P, String> sourceOf, FittedModel<P> model) {
        var fitted = new PredictionErrors();
        add(fitted, model, points, model.fit(points));
        var leftOut = new PredictionErrors();
        for (String source : new TreeSet<>(points.stream().map(sourceOf).toList())) {
            List<P> others = points.stream()
                    .filter(point -> !sourceOf.apply(point).equals(source))
                    .toList();
            List<P> own = points.stream()
                    .filter(point -> sourceOf.apply(point).equals(source))
                    .toList();
            add(leftOut, model, own, model.fit(others));
        }
        return new LeaveOneSourceOut(fitted.summary(), leftOut.summary());
    }

    private static <P> void add(PredictionErrors errors, FittedModel<P> model, List<P> points, double[] factors) {
        points.forEach(point -> errors.add(Math.exp(model.logRatio(point, factors)), 1, Double.NaN, Double.NaN));
    }

    /// The figures by the names of what they tell, and their own.
    public Map<String, Map<String, Object>> fields() {
        var fields = new LinkedHashMap<String, Map<String, Object>>();
        fields.put("refitted", withoutCoverage(fitted));
        fields.put("leave_one_source_out", withoutCoverage(leftOut));
        return fields;
    }

    /// Intervals are not fitted.
    private static Map<String, Object> withoutCoverage(ErrorSummary summary) {
        var fields = new LinkedHashMap<>(summary.fields());
        fields.remove("interval_coverage_ratio");
        return fields;
    }
}
