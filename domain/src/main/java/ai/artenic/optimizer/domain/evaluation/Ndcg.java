package ai.artenic.optimizer.domain.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Normalised discounted cumulative gain at k: the gains of the first k places, each over `log2(place + 1)`, over
/// the most that any order gives (Järvelin and Kekäläinen 2002). Rows of equal score share the mean gain of their
/// places, so that the order of the input never counts.
public final class Ndcg {
    private Ndcg() {}

    /// In [0, 1]; NaN where no row has a gain.
    ///
    /// @param scores higher is placed first
    /// @param gains of each row, >= 0
    public static double at(int k, double[] scores, double[] gains) {
        double best = discounted(k, sortedDescending(gains));
        return best > 0 ? discounted(k, byScore(scores, gains)) / best : Double.NaN;
    }

    /// The gain of a relevance label: `2^label - 1`.
    public static double gain(int label) {
        return (1 << label) - 1;
    }

    /// The gains in the order of the scores, ties averaged.
    private static double[] byScore(double[] scores, double[] gains) {
        int[] order = Places.bestFirst(scores);
        var placed = new double[gains.length];
        for (int start = 0; start < order.length; ) {
            int end = Places.endOfTie(scores, order, start);
            double mean = IntStream.range(start, end)
                    .mapToDouble(place -> gains[order[place]])
                    .average()
                    .orElseThrow();
            Arrays.fill(placed, start, end, mean);
            start = end;
        }
        return placed;
    }

    private static double[] sortedDescending(double[] gains) {
        return Arrays.stream(gains)
                .map(gain -> -gain)
                .sorted()
                .map(gain -> -gain)
                .toArray();
    }

    private static double discounted(int k, double[] gains) {
        double sum = 0;
        for (int place = 0; place < Math.min(k, gains.length); place++) {
            sum += gains[place] / (Math.log(place + 2) / Math.log(2));
        }
        return sum;
    }
}
