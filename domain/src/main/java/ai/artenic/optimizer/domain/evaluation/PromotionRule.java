package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.learning.HeldOutMetrics;

/// When a trained model takes over.
public sealed interface PromotionRule permits PromotionRule.Always, PromotionGate {
    /// Whether the model takes over.
    Verdict decide(Evidence evidence);

    /// What a decision rests on.
    ///
    /// @param folds on all groups, each held out once
    /// @param overChance 90 % bootstrap interval of the mean gain in NDCG@5 over chance, on the same groups
    /// @param newest on the groups with the newest samples, by a model of the others
    record Evidence(HeldOutMetrics folds, PairedBootstrap.Bounds overChance, HeldOutMetrics newest) {}

    /// A decision.
    ///
    /// @param reason in words, with all numbers
    record Verdict(boolean isAccepted, String reason) {}

    /// That there is a model suffices.
    record Always() implements PromotionRule {
        @Override
        public Verdict decide(Evidence evidence) {
            return new Verdict(true, "promoted without a gate: " + HeldOutWords.of(evidence));
        }
    }
}
