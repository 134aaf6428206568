package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import java.util.ArrayList;

/// Lets a model take over that is better than the heuristic beyond doubt and does no harm: the lower bound of the
/// 90 % interval of the gain in NDCG@5 is above zero, the first choice costs no more and fails no more often, and the
/// groups with the newest samples do not say otherwise. It must be better than chance as well: where outcomes follow
/// nothing, the heuristic is chance too, and one model in twenty would beat it by luck, often by the heuristic's.
///
/// @param groupsLeast fewest groups that can tell, >= 1
public record PromotionGate(int groupsLeast) implements PromotionRule {
    /// To tell a gain of 0.05 from none four times in five, 60 groups are needed; fewer than these only follow noise.
    public static final int DEFAULT_GROUPS = 50;

    /// Of fewer newest groups a bootstrap interval is too narrow to be believed.
    private static final int NEWEST_LEAST = 10;

    public PromotionGate {
        if (groupsLeast < 1) {
            throw new IllegalArgumentException("groupsLeast must be at least 1, was " + groupsLeast);
        }
    }

    @Override
    public Verdict decide(Evidence evidence) {
        HeldOutMetrics folds = evidence.folds();
        HeldOutMetrics newest = evidence.newest();
        var against = new ArrayList<String>();
        if (folds.usableQueryCount() < groupsLeast) {
            against.add("fewer than " + groupsLeast + " groups can tell");
        }
        if (!(folds.gainLow() > 0)) {
            against.add("the gain over the heuristic is not certain");
        }
        if (!(evidence.overChance().low() > 0)) {
            against.add("it is not certain to be better than chance");
        }
        if (!(folds.model().meanRegret() <= folds.heuristic().meanRegret())) {
            against.add("the first choice costs more");
        }
        if (!(folds.model().failedShare() <= folds.heuristic().failedShare())) {
            against.add("the first choice fails more often");
        }
        if (newest.usableQueryCount() >= NEWEST_LEAST && newest.gainHigh() < 0) {
            against.add("the newest groups are ranked worse");
        }
        String words = HeldOutWords.of(evidence);
        return against.isEmpty()
                ? new Verdict(true, "promoted: " + words)
                : new Verdict(false, "not promoted, as " + String.join(", ", against) + ": " + words);
    }
}
