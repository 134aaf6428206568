package ai.artenic.optimizer.domain.backtest;

import static ai.artenic.optimizer.domain.backtest.RankerName.BEST_AVERAGE;
import static ai.artenic.optimizer.domain.backtest.RankerName.CHEAPEST_PER_HOUR;
import static ai.artenic.optimizer.domain.backtest.RankerName.HEURISTIC;
import static ai.artenic.optimizer.domain.backtest.RankerName.HYBRID;
import static ai.artenic.optimizer.domain.backtest.RankerName.LTR;
import static ai.artenic.optimizer.domain.backtest.RankerName.PREDICTED_COST;
import static ai.artenic.optimizer.domain.backtest.RankerName.RANDOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.backtest.ColdBacktest.Settings;
import ai.artenic.optimizer.domain.backtest.OnlineBacktest.Result;
import ai.artenic.optimizer.domain.experience.Search;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OnlineBacktestTest {
    /// What the rule thinks cheapest costs ten times the best, which is the fourth machine.
    private static final BacktestJob EASY = Jobs.job("w", "f", 10, 9, 9, 1, 9);

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static Result run(RankerName ranker, Optional<Search> search, int outcomes, BacktestJob... jobs) {
        return run(ranker, search, outcomes, Jobs.none(), 1, jobs);
    }

    private static Result run(
            RankerName ranker,
            Optional<Search> search,
            int outcomes,
            ModelTraining training,
            long seed,
            BacktestJob... jobs) {
        return new OnlineBacktest(
                        Jobs.SCORING,
                        training,
                        search,
                        new Settings(LabelPolicy.REGRET, ModelAdmission.CHECKED, seed, SplittableRandom::new))
                .run(ranker, List.of(jobs), outcomes);
    }

    @ParameterizedTest
    @EnumSource(names = {"PREDICTED_COST", "HEURISTIC", "LTR", "HYBRID"})
    void with_search_the_best_is_found_and_kept(RankerName ranker) {
        Result result = run(ranker, Optional.of(Search.DEFAULT), 9, EASY, Jobs.job("v", "f", 10, 9, 9, 1, 9));
        List<Double> curve = result.figures().curve();
        assertEquals(10, curve.size());
        assertEquals(9, curve.getFirst(), "the first pick is the ranking's");
        assertEquals(List.of(0.0, 0.0, 0.0), curve.subList(7, 10));
        assertEquals(2, result.orders().size());
        assertEquals(2, result.figures().workloads());
    }

    @Test
    void without_search_the_ranking_decides_and_learns_where_it_went() {
        Result result = run(HEURISTIC, Optional.empty(), 9, EASY);
        assertEquals(9, result.figures().curve().getFirst());
        BacktestJob asPredicted = Jobs.job("w", "f", 1, 2, 3, 4, 5);
        assertEquals(
                Collections.nCopies(4, 0.0),
                run(HEURISTIC, Optional.empty(), 3, asPredicted).figures().curve());
    }

    @ParameterizedTest
    @EnumSource(names = {"CHEAPEST_PER_HOUR"})
    void a_ranker_that_predicts_nothing_never_moves(RankerName ranker) {
        for (Optional<Search> search : List.of(Optional.<Search>empty(), Optional.of(Search.DEFAULT))) {
            Result result = run(ranker, search, 4, EASY);
            assertEquals(Collections.nCopies(5, 9.0), result.figures().curve());
            assertEquals(9, result.figures().meanCostRegret(), 1e-12);
        }
    }

    @Test
    void the_average_of_its_own_runs_keeps_a_job_where_it_ran() {
        assertEquals(
                Collections.nCopies(4, 9.0),
                run(BEST_AVERAGE, Optional.empty(), 3, EASY).figures().curve());
    }

    @Test
    void failed_picks_are_counted_and_not_repeated_while_searching() {
        BacktestJob fragile = Jobs.job("w", "f", -1, -1, 1, 1.1, 1.2);
        assertEquals(
                4,
                run(CHEAPEST_PER_HOUR, Optional.empty(), 3, fragile).figures().failedPicks());
        Result searched = run(HEURISTIC, Optional.of(Search.DEFAULT), 9, fragile);
        assertTrue(searched.figures().failedPicks() <= 2, searched.figures().toString());
        assertEquals(4, searched.figures().curve().getFirst());
        assertTrue(
                searched.figures().curve().getLast() <= 0.1 + 1e-9,
                searched.figures().toString());
    }

    @Test
    void a_job_that_never_succeeds_is_left_out() {
        Result result = run(HEURISTIC, Optional.empty(), 2, EASY, Jobs.job("never", "f", -1, -1));
        assertEquals(1, result.orders().size());
        assertEquals(0, result.figures().failedPicks());
    }

    @Test
    void a_model_is_trained_once_fifty_outcomes_are_there() {
        var rows = new ArrayList<Integer>();
        ModelTraining remembering = set -> {
            rows.add(set.rows());
            return Jobs.scoringMachines(0, 0, 0, 1, 0).train(set);
        };
        var jobs = new BacktestJob[20];
        Arrays.setAll(jobs, i -> Jobs.job("w" + i, "f", 10, 9, 9, 1, 9));
        Result result = run(LTR, Optional.empty(), 3, remembering, 1, jobs);
        assertEquals(List.of(60, 80), rows);
        assertEquals(0.0, result.figures().curve().getLast(), "the model knows the fourth machine");
        rows.clear();
        run(HEURISTIC, Optional.empty(), 3, remembering, 1, jobs);
        assertEquals(List.of(), rows);
        run(HYBRID, Optional.empty(), 2, remembering, 1, jobs);
        assertEquals(List.of(60), rows);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_seed_gives_the_same_picks(long seed) {
        Result one = run(RANDOM, Optional.empty(), 5, Jobs.none(), seed, EASY);
        assertEquals(one, run(RANDOM, Optional.empty(), 5, Jobs.none(), seed, EASY));
        assertEquals(6, one.figures().curve().size());
        Result searched = run(PREDICTED_COST, Optional.of(Search.DEFAULT), 5, Jobs.none(), seed, EASY);
        assertEquals(searched, run(PREDICTED_COST, Optional.of(Search.DEFAULT), 5, EASY));
    }
}
