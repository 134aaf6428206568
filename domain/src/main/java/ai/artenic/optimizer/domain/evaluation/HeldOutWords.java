package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.RankingScores;
import java.util.Locale;

/// Tells held-out metrics in words.
final class HeldOutWords {
    private HeldOutWords() {}

    /// All that a decision rests on.
    static String of(PromotionRule.Evidence evidence) {
        HeldOutMetrics folds = evidence.folds();
        HeldOutMetrics newest = evidence.newest();
        RankingScores model = folds.model();
        RankingScores heuristic = folds.heuristic();
        return String.format(
                Locale.ROOT,
                "on %d of %d groups that can tell, NDCG@5 %s against the heuristic's %s (gain %s to %s,"
                        + " over chance %s to %s, 90 %%), regret of the first %s against %s, failed %s against %s; on the newest %d groups NDCG@5 %s"
                        + " against %s",
                folds.usableQueryCount(),
                folds.queryCount(),
                number(model.ndcgAt5()),
                number(heuristic.ndcgAt5()),
                number(folds.gainLow()),
                number(folds.gainHigh()),
                number(evidence.overChance().low()),
                number(evidence.overChance().high()),
                number(model.meanRegret()),
                number(heuristic.meanRegret()),
                number(model.failedShare()),
                number(heuristic.failedShare()),
                newest.usableQueryCount(),
                number(newest.model().ndcgAt5()),
                number(newest.heuristic().ndcgAt5()));
    }

    static String number(double value) {
        return Double.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%.3f", value);
    }
}
