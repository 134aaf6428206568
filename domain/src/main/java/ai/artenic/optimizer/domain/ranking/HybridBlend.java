package ai.artenic.optimizer.domain.ranking;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Seven tenths of a model's scores and three tenths of those by rule, each scaled to [0, 1] over the candidates of
/// one request.
public final class HybridBlend {
    private static final double OF_THE_MODEL = 0.7;

    private HybridBlend() {}

    /// The blended scores, in [0, 1].
    public static double[] of(double[] learned, double[] ruled) {
        double[] model = scaled(learned);
        double[] rule = scaled(ruled);
        return IntStream.range(0, model.length)
                .mapToDouble(i -> OF_THE_MODEL * model[i] + (1 - OF_THE_MODEL) * rule[i])
                .toArray();
    }

    /// The scores on [0, 1]: 0 the least, 1 the greatest; all 1 where they are equal.
    public static double[] scaled(double[] scores) {
        double least = Arrays.stream(scores).min().orElse(0);
        double range = Arrays.stream(scores).max().orElse(0) - least;
        return Arrays.stream(scores)
                .map(score -> range > 0 ? (score - least) / range : 1)
                .toArray();
    }
}
