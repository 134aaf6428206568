package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The outcomes a backtest has revealed, as groups of rows to train on.
public final class TrainingRows {
    private final LabelPolicy policy;
    private final Map<String, List<Row>> byWorkload = new LinkedHashMap<>();

    /// @param score by rule
    /// @param cost actual cost; NaN where the job failed
    /// @param outcomeLabel against the prediction
    private record Row(FeatureVector features, double score, double cost, RelevanceLabel outcomeLabel) {}

    /// No outcomes yet.
    public TrainingRows(LabelPolicy policy) {
        this.policy = policy;
    }

    /// Takes the outcome of one candidate into account.
    ///
    /// @param scored the candidate as it was estimated when it was chosen
    public void add(BacktestJob job, int candidate, Scored scored) {
        CandidatePoint point = job.candidates().get(candidate);
        var predicted = new Prediction(scored.expectedHours(), scored.expectedCost());
        RelevanceLabel label = point.success()
                ? RelevanceLabel.againstPrediction(point.hours(), point.cost(), predicted)
                : RelevanceLabel.FAILED;
        byWorkload
                .computeIfAbsent(job.workloadId(), _ -> new ArrayList<>())
                .add(new Row(scored.features(), scored.score(), point.success() ? point.cost() : Double.NaN, label));
    }

    /// Outcomes taken into account.
    public int size() {
        return byWorkload.values().stream().mapToInt(List::size).sum();
    }

    /// All of them as one set, a group a workload; of a workload with more candidates than a group may have rows, the
    /// best by rule.
    public TrainingSet set() {
        FeatureSchema schema = FeatureSchema.V2;
        List<List<Row>> groups =
                byWorkload.values().stream().map(TrainingRows::bestByRule).toList();
        int[] sizes = groups.stream().mapToInt(List::size).toArray();
        int rows = Arrays.stream(sizes).sum();
        var features = new double[rows * schema.size()];
        var labels = new int[rows];
        var weights = new double[rows];
        int row = 0;
        for (List<Row> group : groups) {
            double best = group.stream()
                    .mapToDouble(Row::cost)
                    .filter(cost -> !Double.isNaN(cost))
                    .min()
                    .orElse(Double.NaN);
            for (Row one : group) {
                System.arraycopy(one.features().values(), 0, features, row * schema.size(), schema.size());
                labels[row] = label(one, best).value();
                weights[row] = 1;
                row++;
            }
        }
        return new TrainingSet(schema, features, labels, weights, sizes);
    }

    private static List<Row> bestByRule(List<Row> group) {
        return group.size() <= TrainingSet.MOST_ROWS_OF_GROUP
                ? group
                : group.stream()
                        .sorted(Comparator.comparingDouble(Row::score).reversed())
                        .limit(TrainingSet.MOST_ROWS_OF_GROUP)
                        .toList();
    }

    private RelevanceLabel label(Row row, double best) {
        return switch (policy) {
            case OUTCOME -> row.outcomeLabel();
            case REGRET ->
                Double.isNaN(row.cost()) ? RelevanceLabel.FAILED : RelevanceLabel.againstBestKnown(row.cost(), best);
        };
    }
}
