package ai.artenic.optimizer.domain.backtest;

import static ai.artenic.optimizer.domain.backtest.RankerName.BEST_AVERAGE;
import static ai.artenic.optimizer.domain.backtest.RankerName.CHEAPEST_PER_HOUR;
import static ai.artenic.optimizer.domain.backtest.RankerName.HEURISTIC;
import static ai.artenic.optimizer.domain.backtest.RankerName.HYBRID;
import static ai.artenic.optimizer.domain.backtest.RankerName.LTR;
import static ai.artenic.optimizer.domain.backtest.RankerName.PREDICTED_COST;
import static ai.artenic.optimizer.domain.backtest.RankerName.RANDOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.backtest.ColdBacktest.Settings;
import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColdBacktestTest {
    /// The second machine is the best, the rule's choice costs twice as much, the third three times.
    private static final double[] COSTS = {2, 1, 3};
    private static final List<BacktestJob> TRAIN =
            List.of(Jobs.job("a1", "a", COSTS), Jobs.job("a2", "a", COSTS), Jobs.job("b1", "b", COSTS));
    private static final BacktestJob TEST = Jobs.job("c1", "c", COSTS);
    private static final ModelTraining BY_TRUE_COST = Jobs.scoringMachines(-2, -1, -3);
    private static final ModelTraining WORST_FIRST = Jobs.scoringMachines(2, 1, 3);

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static ColdBacktest backtest(ModelTraining training, ModelAdmission admission, long seed) {
        return new ColdBacktest(
                Jobs.SCORING, training, new Settings(LabelPolicy.REGRET, admission, seed, SplittableRandom::new));
    }

    private static List<JobOrder> of(Map<RankerName, List<JobOrder>> orders, RankerName ranker) {
        return Objects.requireNonNull(orders.get(ranker));
    }

    private static List<Integer> first(ModelTraining training, ModelAdmission admission, List<BacktestJob> train) {
        Map<RankerName, List<JobOrder>> orders =
                backtest(training, admission, 1).orders(train, List.of(TEST), EnumSet.of(HEURISTIC, LTR, HYBRID));
        assertEquals(0, of(orders, HEURISTIC).getFirst().bestFirst().getFirst(), "the rule's choice");
        return List.of(
                of(orders, LTR).getFirst().bestFirst().getFirst(),
                of(orders, HYBRID).getFirst().bestFirst().getFirst());
    }

    @Test
    void a_model_that_ranks_by_true_cost_is_admitted() {
        assertEquals(List.of(1, 1), first(BY_TRUE_COST, ModelAdmission.CHECKED, TRAIN));
    }

    @Test
    void a_model_that_ranks_worst_first_is_refused_and_the_rule_decides() {
        assertEquals(List.of(2, 0), first(WORST_FIRST, ModelAdmission.CHECKED, TRAIN));
        assertEquals(List.of(2, 2), first(WORST_FIRST, ModelAdmission.ALWAYS, TRAIN));
    }

    @Test
    void a_model_whose_picks_fail_is_refused_whatever_they_would_cost() {
        List<BacktestJob> failing =
                List.of(Jobs.job("a1", "a", 9, 1, -1), Jobs.job("a2", "a", 9, 1, -1), Jobs.job("b1", "b", 9, 1, -1));
        assertEquals(List.of(2, 0), first(WORST_FIRST, ModelAdmission.CHECKED, failing));
    }

    @Test
    void one_family_cannot_show_that_a_model_is_worth_anything() {
        assertEquals(List.of(1, 0), first(BY_TRUE_COST, ModelAdmission.CHECKED, TRAIN.subList(0, 2)));
        assertEquals(List.of(1, 1), first(BY_TRUE_COST, ModelAdmission.ALWAYS, TRAIN.subList(0, 2)));
    }

    @Test
    void where_no_model_can_be_trained_the_rule_decides() {
        assertEquals(List.of(0, 0), first(Jobs.none(), ModelAdmission.CHECKED, TRAIN));
    }

    @Test
    void a_family_is_never_judged_by_a_model_that_saw_it() {
        var rows = new ArrayList<Integer>();
        ModelTraining counting = set -> {
            rows.add(set.rows());
            return Optional.of(Jobs.indifferent());
        };
        backtest(counting, ModelAdmission.CHECKED, 1).orders(TRAIN, List.of(TEST), EnumSet.of(HYBRID));
        // All nine rows for the test; without the two jobs of a, without the one of b.
        assertEquals(List.of(9, 3, 6), rows);
    }

    @Test
    void rankers_that_learn_nothing_train_nothing() {
        ModelTraining unwanted = (TrainingSet set) -> {
            throw new AssertionError("trained on " + set.rows());
        };
        Map<RankerName, List<JobOrder>> orders = backtest(unwanted, ModelAdmission.CHECKED, 1)
                .orders(
                        TRAIN,
                        List.of(TEST),
                        EnumSet.of(RANDOM, CHEAPEST_PER_HOUR, BEST_AVERAGE, PREDICTED_COST, HEURISTIC));
        assertEquals(List.of(0, 1, 2), of(orders, CHEAPEST_PER_HOUR).getFirst().bestFirst());
        assertEquals(List.of(0, 1, 2), of(orders, PREDICTED_COST).getFirst().bestFirst());
        assertEquals(List.of(1, 0, 2), of(orders, BEST_AVERAGE).getFirst().bestFirst());
        assertEquals(5, orders.size());
    }

    @Test
    void a_job_that_never_succeeds_teaches_but_is_not_judged() {
        var rows = new ArrayList<Integer>();
        ModelTraining counting = set -> {
            rows.add(set.rows());
            return Optional.empty();
        };
        BacktestJob hopeless = Jobs.job("never", "d", -1, -1, -1);
        ColdBacktest backtest = backtest(counting, ModelAdmission.ALWAYS, 1);
        Map<RankerName, List<JobOrder>> orders =
                backtest.orders(List.of(hopeless), List.of(TEST, hopeless), EnumSet.of(LTR));
        assertEquals(List.of(3), rows);
        assertEquals(List.of(TEST), of(orders, LTR).stream().map(JobOrder::job).toList());
    }

    @Test
    void a_candidate_that_a_ranking_would_reject_stands_last() {
        CandidatePoint tiny = Jobs.tiny("w", 0.001);
        BacktestJob job =
                new BacktestJob("w", "f", List.of(tiny, TEST.candidates().get(1)));
        for (RankerName ranker : Set.of(PREDICTED_COST, HEURISTIC, LTR, HYBRID)) {
            ColdBacktest backtest = backtest(Jobs.scoringMachines(9, 1, 1), ModelAdmission.ALWAYS, 1);
            JobOrder order = of(backtest.orders(TRAIN, List.of(job), EnumSet.of(ranker)), ranker)
                    .getFirst();
            assertEquals(List.of(1, 0), order.bestFirst(), ranker.toString());
        }
    }

    @Test
    void figures_count_the_first_of_each_order() {
        BacktestJob failing = Jobs.job("d1", "d", -1, 1, 2);
        ColdBacktest backtest = backtest(Jobs.none(), ModelAdmission.CHECKED, 1);
        List<JobOrder> orders = of(backtest.orders(TRAIN, List.of(TEST, failing), EnumSet.of(HEURISTIC)), HEURISTIC);
        BacktestFigures figures = backtest.figures(HEURISTIC, orders);
        assertEquals((1 + 4) / 2.0, figures.meanCostRegret(), 1e-12);
        assertEquals(1, figures.failedPicks());
        assertEquals(2, figures.workloads());
    }

    @Test
    void figures_of_the_random_ranker_are_those_of_many_orders() {
        List<BacktestJob> jobs = IntStream.range(0, 40)
                .mapToObj(i -> Jobs.job("w" + i, "f", 2, 1, 3, -1))
                .toList();
        ColdBacktest backtest = backtest(Jobs.none(), ModelAdmission.CHECKED, 1);
        List<JobOrder> orders = of(backtest.orders(TRAIN, jobs, EnumSet.of(RANDOM)), RANDOM);
        BacktestFigures figures = backtest.figures(RANDOM, orders);
        assertEquals((1 + 0 + 2 + 4) / 4.0, figures.meanCostRegret(), 0.1);
        assertEquals(10, figures.failedPicks(), 1);
        assertEquals((1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4, figures.mrr(), 0.03);
        assertEquals(40, figures.workloads());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_seed_gives_the_same_result(long seed) {
        ColdBacktest one = backtest(BY_TRUE_COST, ModelAdmission.CHECKED, seed);
        ColdBacktest other = backtest(BY_TRUE_COST, ModelAdmission.CHECKED, seed);
        Set<RankerName> all = EnumSet.allOf(RankerName.class);
        Map<RankerName, List<JobOrder>> orders = one.orders(TRAIN, List.of(TEST), all);
        assertEquals(orders, other.orders(TRAIN, List.of(TEST), all));
        List<JobOrder> random = of(orders, RANDOM);
        assertEquals(one.figures(RANDOM, random), other.figures(RANDOM, random));
        ColdBacktest another = backtest(BY_TRUE_COST, ModelAdmission.CHECKED, seed + 1);
        assertNotEquals(random, of(another.orders(TRAIN, List.of(TEST), all), RANDOM));
        assertTrue(orders.keySet().containsAll(all));
    }
}
