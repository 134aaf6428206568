package ai.artenic.optimizer.domain.cost.history;

import ai.artenic.optimizer.domain.cost.history.MetricMoves.Moves;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// What it cost to improve a metric.
///
/// @param isLowerBetter by the metric's name; see [#of]
/// @param improved sum of improvements over the jobs that improved it, and their cost
/// @param notImproved of the jobs that did not, or made it worse; their cost is not in `eurPerImprovement`
/// @param eurPerImprovement of one unit of the metric; empty where no job improved it
public record Efficiency(
        String metric, boolean isLowerBetter, Moves improved, Moves notImproved, OptionalDouble eurPerImprovement) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

    private static final Set<String> LOWER_IS_BETTER = Set.of(
            "loss",
            "error",
            "perplexity",
            "ppl",
            "nll",
            "mae",
            "mse",
            "rmse",
            "mape",
            "smape",
            "rmsle",
            "wer",
            "cer",
            "eer",
            "fid",
            "bpb",
            "bpc",
            "latency",
            "logloss",
            "deviance");

    /// A metric is better when lower if a word of its name is one of `loss`, `error`, `perplexity` and the like: so
    /// `val_loss`, and not `accuracy`.
    public static Efficiency of(MetricMoves moves) {
        boolean isLowerBetter = BETWEEN_WORDS
                .splitAsStream(moves.metric().toLowerCase(Locale.ROOT))
                .anyMatch(LOWER_IS_BETTER::contains);
        Moves improved = isLowerBetter ? moves.falls() : moves.rises();
        Moves worse = isLowerBetter ? moves.rises() : moves.falls();
        return new Efficiency(
                moves.metric(),
                isLowerBetter,
                improved,
                new Moves(BigDecimal.ZERO, worse.costEur(), worse.jobs()).plus(moves.unmoved()),
                improved.jobs() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(improved.costEur()
                                .divide(improved.change(), MathContext.DECIMAL64)
                                .doubleValue()));
    }
}
