package ai.artenic.optimizer.domain.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JobOrderTest {
    private static final double LOG2_OF_3 = Math.log(3) / Math.log(2);
    /// Costs 2, 1 and 4, and a failure.
    private static final BacktestJob JOB = Jobs.job("w", "f", 2, 1, 4, -1);

    @Test
    void regret_is_against_the_best_that_succeeded() {
        assertEquals(OptionalDouble.of(1), JOB.bestCost());
        assertEquals(List.of(1.0, 0.0, 3.0, 4.0), List.of(JOB.regret(0), JOB.regret(1), JOB.regret(2), JOB.regret(3)));
        assertEquals(0.5, JOB.relevance(0));
        assertEquals(1, JOB.relevance(1));
        assertEquals(0.25, JOB.relevance(2));
        assertEquals(0, JOB.relevance(3));
        assertEquals(
                List.of(1, 4, 1, 0),
                List.of(
                        JOB.label(0).value(),
                        JOB.label(1).value(),
                        JOB.label(2).value(),
                        JOB.label(3).value()));
        assertEquals(OptionalDouble.empty(), Jobs.job("w", "f", -1, -2).bestCost());
    }

    @Test
    void the_best_stands_first_and_names_settle_ties() {
        assertEquals(List.of(2, 0, 1, 3), new JobOrder(JOB, List.of(1.0, 0.5, 9.0, 0.0)).bestFirst());
        assertEquals(List.of(3, 0, 1, 2), new JobOrder(JOB, List.of(1.0, 1.0, 1.0, 2.0)).bestFirst());
    }

    @Test
    void ndcg_by_hand() {
        double ideal = 1 + 0.5 / LOG2_OF_3 + 0.25 / 2;
        var order = new JobOrder(JOB, List.of(4.0, 3.0, 2.0, 1.0));
        assertEquals((0.5 + 1 / LOG2_OF_3 + 0.25 / 2) / ideal, order.ndcgAt(5), 1e-12);
        assertEquals(0.5, order.ndcgAt(1), 1e-12);
        assertEquals(1, new JobOrder(JOB, List.of(3.0, 4.0, 2.0, 1.0)).ndcgAt(10), 1e-12);
    }

    @Test
    void only_what_costs_a_fifth_more_at_most_counts_as_found() {
        assertEquals(0.5, new JobOrder(JOB, List.of(4.0, 3.0, 2.0, 1.0)).reciprocalRank(), 1e-12);
        assertEquals(0.25, new JobOrder(JOB, List.of(4.0, 1.0, 2.0, 3.0)).reciprocalRank(), 1e-12);
        BacktestJob close = Jobs.job("w", "f", 1.2, 1);
        assertEquals(1, new JobOrder(close, List.of(2.0, 1.0)).reciprocalRank(), 1e-12);
    }

    @Test
    void figures_are_means_over_picks_and_orders() {
        var right = new JobOrder(JOB, List.of(3.0, 4.0, 2.0, 1.0));
        var wrong = new JobOrder(JOB, List.of(4.0, 1.0, 2.0, 3.0));
        BacktestFigures figures = BacktestFigures.of(List.of(0.0, 4.0, 1.0), 1, List.of(right, wrong), List.of(2.0));
        assertEquals(5.0 / 3, figures.meanCostRegret(), 1e-12);
        assertEquals(1, figures.medianCostRegret());
        assertEquals(1, figures.failedPicks());
        assertEquals((1 + wrong.ndcgAt(5)) / 2, figures.ndcgAt5(), 1e-12);
        assertEquals((1 + wrong.ndcgAt(10)) / 2, figures.ndcgAt10(), 1e-12);
        assertEquals((1 + 0.25) / 2, figures.mrr(), 1e-12);
        assertEquals(2, figures.workloads());
        assertEquals(List.of(2.0), figures.curve());
        assertEquals(
                List.of(
                        "mean_cost_regret",
                        "median_cost_regret",
                        "failed_picks",
                        "ndcg_at_5",
                        "ndcg_at_10",
                        "mrr",
                        "workloads"),
                List.copyOf(figures.fields().keySet()));
        assertEquals(
                0.5,
                BacktestFigures.of(List.of(1.0, 0.0), 0, List.of(), List.of()).medianCostRegret());
    }

    @Test
    void of_nothing_there_are_no_figures() {
        BacktestFigures none = BacktestFigures.of(List.of(), 0, List.of(), List.of());
        assertTrue(Double.isNaN(none.meanCostRegret()));
        assertTrue(Double.isNaN(none.medianCostRegret()));
        assertTrue(Double.isNaN(none.ndcgAt5()));
        assertEquals(0, none.workloads());
    }

    @Test
    void average_costs_rank_what_was_never_seen_last() {
        AverageCosts learned = AverageCosts.of(
                List.of(Jobs.job("a", "f", 2, 1), Jobs.job("b", "f", 1, 4), Jobs.job("never", "f", -1, -1)));
        double[] scores = learned.scores(Jobs.job("c", "f", 1, 1, 1));
        // m0 cost 1 and 0 beyond the best, m1 cost 0 and 3.
        assertEquals(-0.5, scores[0], 1e-12);
        assertEquals(-1.5, scores[1], 1e-12);
        assertTrue(scores[2] < -4, "worse than any failure");
    }

    @Test
    void the_worst_that_average_costs_learn_from_one_run_is_a_failure() {
        AverageCosts learned = AverageCosts.of(List.of(Jobs.job("a", "f", 1, 1_000, -1)));
        double[] scores = learned.scores(Jobs.job("c", "f", 1, 1, 1));
        assertEquals(-4, scores[1]);
        assertEquals(-4, scores[2]);
    }
}
