package ai.artenic.optimizer.domain.evaluation;

/// Agreement of two orders of the same things, in [-1, 1].
public final class KendallTau {
    private KendallTau() {}

    /// Tau-b, which allows for ties (Kendall 1945); 0 where one side is tied throughout.
    ///
    /// @param a values of one side, as many as of the other
    public static double of(double[] a, double[] b) {
        long agreeing = 0;
        long untiedInA = 0;
        long untiedInB = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                int byA = Double.compare(a[i], a[j]);
                int byB = Double.compare(b[i], b[j]);
                agreeing += (long) byA * byB;
                untiedInA += byA == 0 ? 0 : 1;
                untiedInB += byB == 0 ? 0 : 1;
            }
        }
        return untiedInA == 0 || untiedInB == 0 ? 0 : agreeing / Math.sqrt((double) untiedInA * untiedInB);
    }
}
