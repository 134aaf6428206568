package ai.artenic.optimizer.domain.evaluation;

/// The reciprocal of the place of the first row that is relevant. Rows of equal score are placed at random, so it
/// is the mean over their orders.
public final class MeanReciprocalRank {
    /// Labels from here on are relevant.
    public static final int RELEVANT = 3;

    private MeanReciprocalRank() {}

    /// In (0, 1]; NaN where no row is relevant.
    ///
    /// @param scores higher is placed first
    public static double of(double[] scores, boolean[] relevant) {
        int[] order = Places.bestFirst(scores);
        for (int start = 0; start < order.length; ) {
            int end = Places.endOfTie(scores, order, start);
            int hits = 0;
            for (int place = start; place < end; place++) {
                hits += relevant[order[place]] ? 1 : 0;
            }
            if (hits > 0) {
                return expected(start, end - start, hits);
            }
            start = end;
        }
        return Double.NaN;
    }

    /// Mean of `1 / (before + first)` where `first` is the place of the first of `hits` among `tied` shuffled rows.
    private static double expected(int before, int tied, int hits) {
        double mean = 0;
        double noneYet = 1;
        for (int first = 1; first <= tied - hits + 1; first++) {
            double left = tied - first + 1;
            mean += noneYet * hits / left / (before + first);
            noneYet *= (left - hits) / left;
        }
        return mean;
    }
}
