package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.evaluation.PromotionRule.Verdict;
import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.RankingScores;
import org.junit.jupiter.api.Test;

class PromotionGateTest {
    private static final PromotionRule GATE = new PromotionGate(50);
    private static final RankingScores HEURISTIC = new RankingScores(0.80, 0.85, 0.70, 0.30, 0.04);
    private static final RankingScores BETTER = new RankingScores(0.90, 0.92, 0.85, 0.20, 0.02);
    private static final HeldOutMetrics GOOD = metrics(60, BETTER, 0.05, 0.15);
    private static final HeldOutMetrics NEWEST = metrics(12, BETTER, -0.02, 0.2);

    private static HeldOutMetrics metrics(int usable, RankingScores model, double gainLow, double gainHigh) {
        return new HeldOutMetrics(70, usable, model, HEURISTIC, HEURISTIC, HEURISTIC, gainLow, gainHigh);
    }

    private static final PairedBootstrap.Bounds OVER_CHANCE = new PairedBootstrap.Bounds(0.2, 0.3);

    private static Verdict decide(PromotionRule rule, HeldOutMetrics folds, HeldOutMetrics newest) {
        return rule.decide(new PromotionRule.Evidence(folds, OVER_CHANCE, newest));
    }

    private static void refused(String why, HeldOutMetrics folds, HeldOutMetrics newest) {
        Verdict verdict = decide(GATE, folds, newest);
        assertFalse(verdict.isAccepted());
        assertTrue(verdict.reason().contains(why), verdict.reason());
    }

    @Test
    void a_model_that_is_better_beyond_doubt_and_does_no_harm_takes_over() {
        assertEquals(
                new Verdict(
                        true,
                        "promoted: on 60 of 70 groups that can tell, NDCG@5 0.900 against the heuristic's 0.800 (gain"
                                + " 0.050 to 0.150, over chance 0.200 to 0.300, 90 %), regret of the first 0.200 against 0.300, failed 0.020 against"
                                + " 0.040; on the newest 12 groups NDCG@5 0.900 against 0.800"),
                decide(GATE, GOOD, NEWEST));
    }

    @Test
    void too_few_groups_prove_nothing() {
        refused("fewer than 50 groups can tell", metrics(49, BETTER, 0.05, 0.15), NEWEST);
        assertTrue(decide(new PromotionGate(49), metrics(49, BETTER, 0.05, 0.15), NEWEST)
                .isAccepted());
    }

    @Test
    void a_gain_that_may_be_none_is_not_enough() {
        refused("the gain over the heuristic is not certain", metrics(60, BETTER, 0, 0.15), NEWEST);
        refused("the gain over the heuristic is not certain", metrics(60, BETTER, Double.NaN, Double.NaN), NEWEST);
    }

    @Test
    void a_model_that_beats_a_useless_heuristic_by_luck_must_beat_chance_too() {
        Verdict verdict =
                GATE.decide(new PromotionRule.Evidence(GOOD, new PairedBootstrap.Bounds(-0.01, 0.05), NEWEST));
        assertFalse(verdict.isAccepted());
        assertTrue(verdict.reason().contains("not certain to be better than chance"), verdict.reason());
    }

    @Test
    void a_first_choice_that_costs_or_fails_more_is_refused_whatever_the_gain() {
        refused(
                "the first choice costs more",
                metrics(60, new RankingScores(0.9, 0.9, 0.9, 0.31, 0.02), 0.05, 0.15),
                NEWEST);
        refused(
                "the first choice fails more often",
                metrics(60, new RankingScores(0.9, 0.9, 0.9, 0.2, 0.05), 0.05, 0.15),
                NEWEST);
    }

    @Test
    void what_was_learned_must_hold_for_the_newest_groups() {
        refused("the newest groups are ranked worse", GOOD, metrics(12, BETTER, -0.3, -0.01));
        assertTrue(decide(GATE, GOOD, metrics(9, BETTER, -0.3, -0.01)).isAccepted());
        assertTrue(
                decide(GATE, GOOD, metrics(0, BETTER, Double.NaN, Double.NaN)).isAccepted());
    }

    @Test
    void without_a_gate_any_model_takes_over_and_its_numbers_are_told() {
        Verdict verdict = decide(new PromotionRule.Always(), metrics(0, HEURISTIC, Double.NaN, Double.NaN), NEWEST);
        assertTrue(verdict.isAccepted());
        assertTrue(verdict.reason().startsWith("promoted without a gate: on 0 of 70 groups"), verdict.reason());
        assertTrue(verdict.reason().contains("(gain unknown to unknown, over chance"), verdict.reason());
    }

    @Test
    void a_gate_needs_a_group() {
        assertThrows(IllegalArgumentException.class, () -> new PromotionGate(0));
    }
}
