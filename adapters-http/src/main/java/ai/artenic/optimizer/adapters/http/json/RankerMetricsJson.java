package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.adapters.http.json.HeldOutJson.GainJson;
import ai.artenic.optimizer.application.usecase.RankerMetrics;
import ai.artenic.optimizer.domain.calibration.CalibratedClass;
import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.RankingScores;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How well the ranking model orders groups it was not trained on, beside rankers that learn nothing, and what it
/// learned from. It is the model that serves (`serving`), or else the one trained last; where there is none its
/// figures are null. `query_count` counts the groups of today.
public record RankerMetricsJson(
        @Nullable String modelVersion,
        boolean serving,
        long sampleCount,
        long queryCount,
        @Nullable Integer usableQueryCount,
        SortedMap<String, Long> labelHistogram,
        @JsonProperty("ndcg_at_5") @Nullable Double ndcgAt5,
        @JsonProperty("ndcg_at_10") @Nullable Double ndcgAt10,
        @Nullable Double mrr,
        @Nullable Double meanRegret,
        @Nullable Double failedShare,
        @Nullable RankingScoresJson heuristic,
        @Nullable RankingScoresJson cheapest,
        @Nullable RankingScoresJson random,
        @Nullable GainJson confidenceInterval,
        List<FeatureGainJson> featureImportance,
        List<CalibrationJson> calibration) {

    /// What finished jobs of one class tell of the estimates: the median of actual over modelled hours.
    public record CalibrationJson(String hardwareClass, String workloadClass, int n, double medianRatio) {
        static CalibrationJson from(CalibratedClass known) {
            return new CalibrationJson(
                    known.hardware().text(), known.workload().text(), known.n(), known.medianRatio());
        }
    }

    public static RankerMetricsJson from(RankerMetrics metrics) {
        HeldOutMetrics held = metrics.card().map(ModelCard::metrics).orElse(null);
        return new RankerMetricsJson(
                metrics.card().map(ModelCard::version).orElse(null),
                metrics.isServing(),
                metrics.counts().samples(),
                metrics.counts().groups(),
                held == null ? null : held.usableQueryCount(),
                histogram(metrics.counts().byLabel()),
                of(held, RankingScores::ndcgAt5),
                of(held, RankingScores::ndcgAt10),
                of(held, RankingScores::mrr),
                of(held, RankingScores::meanRegret),
                of(held, RankingScores::failedShare),
                held == null ? null : RankingScoresJson.from(held.heuristic()),
                held == null ? null : RankingScoresJson.from(held.cheapest()),
                held == null ? null : RankingScoresJson.from(held.random()),
                held == null ? null : GainJson.from(held),
                metrics.card().map(FeatureGainJson::from).orElse(List.of()),
                metrics.calibration().stream().map(CalibrationJson::from).toList());
    }

    private static @Nullable Double of(@Nullable HeldOutMetrics held, ToDoubleFunction<RankingScores> figure) {
        return held == null ? null : RankingScoresJson.known(figure.applyAsDouble(held.model()));
    }

    private static SortedMap<String, Long> histogram(List<Long> byLabel) {
        var histogram = new TreeMap<String, Long>();
        for (int label = 0; label < byLabel.size(); label++) {
            histogram.put(Integer.toString(label), byLabel.get(label));
        }
        return histogram;
    }
}
