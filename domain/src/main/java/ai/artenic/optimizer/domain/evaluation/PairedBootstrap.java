package ai.artenic.optimizer.domain.evaluation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// How certain the mean of differences is, one difference a group: the groups are drawn anew many times (Efron
/// 1979).
public final class PairedBootstrap {
    private static final int DRAWS = 2_000;
    private static final double TAIL = 0.05;

    private PairedBootstrap() {}

    /// The central 90 % of the means of drawn groups; NaN where there is no group.
    public record Bounds(double low, double high) {}

    /// @param differences one a group
    /// @param random draws the groups
    public static Bounds of(double[] differences, RandomGenerator random) {
        if (differences.length == 0) {
            return new Bounds(Double.NaN, Double.NaN);
        }
        var means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += differences[random.nextInt(differences.length)];
            }
            means[draw] = sum / differences.length;
        }
        Arrays.sort(means);
        return new Bounds(means[(int) (TAIL * DRAWS)], means[DRAWS - 1 - (int) (TAIL * DRAWS)]);
    }
}
