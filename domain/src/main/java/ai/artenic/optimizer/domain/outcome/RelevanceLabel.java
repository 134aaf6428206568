package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.learning.TrainingSet;

/// How good a choice turned out to be: 4 is optimal, 3 good, 2 adequate, 1 poor, 0 failed.
public record RelevanceLabel(int value) {
    public static final RelevanceLabel FAILED = new RelevanceLabel(0);

    public RelevanceLabel {
        if (value < 0 || value > TrainingSet.BEST_LABEL) {
            throw new IllegalArgumentException("RelevanceLabel must lie in 0 to 4, was " + value);
        }
    }

    /// The outcome label: by the larger of actual over predicted hours and cost, 4 up to 1, 3 up to 1.5, 2 up to 2,
    /// else
    /// 1. It judges the prediction.
    public static RelevanceLabel againstPrediction(double hours, double cost, Prediction predicted) {
        double ratio = Math.max(hours / predicted.hours(), cost / predicted.costEur());
        return new RelevanceLabel(ratio <= 1 ? 4 : ratio <= 1.5 ? 3 : ratio <= 2 ? 2 : 1);
    }

    /// The regret label: by cost over the best known cost of alike jobs, 4 up to 1.05, 3 up to 1.2, 2 up to 1.5,
    /// else 1. It judges the choice.
    ///
    /// @param best least cost known, >= 0; a cost below it counts as the best
    public static RelevanceLabel againstBestKnown(double cost, double best) {
        return new RelevanceLabel(cost <= 1.05 * best ? 4 : cost <= 1.2 * best ? 3 : cost <= 1.5 * best ? 2 : 1);
    }
}
