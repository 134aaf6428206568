package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.learning.HeldOutMetrics;

/// When a trained model takes over.
public sealed interface PromotionRule permits PromotionRule.Always, PromotionGate {
    /// Whether the model takes over.
    ///
    /// @param folds on all groups, each held out once
    /// @param newest on the groups with the newest samples, by a model of the others
    Verdict decide(HeldOutMetrics folds, HeldOutMetrics newest);

    /// A decision.
    ///
    /// @param reason in words, with all numbers
    record Verdict(boolean isAccepted, String reason) {}

    /// That there is a model suffices.
    record Always() implements PromotionRule {
        @Override
        public Verdict decide(HeldOutMetrics folds, HeldOutMetrics newest) {
            return new Verdict(true, "promoted without a gate: " + HeldOutWords.of(folds, newest));
        }
    }
}
