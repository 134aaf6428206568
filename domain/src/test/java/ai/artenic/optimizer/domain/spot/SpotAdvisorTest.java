package ai.artenic.optimizer.domain.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.spot.SpotAdvice.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotAdvisorTest {
    private static final SpotOverhead SAVING = new SpotOverhead(true, 2.0 / 60, 6.0 / 60, Lifetimes.MEASURED);
    private static final SpotOverhead LOSING = new SpotOverhead(false, 2.0 / 60, 6.0 / 60, Lifetimes.MEASURED);
    /// None in 2,000 h in this very pool.
    private static final SpotPools CALM = pools(0, 2000);

    private static SpotPools pools(double preemptions, double hours) {
        return new SpotPools(SpotEvidence.NONE, SpotEvidence.NONE, new SpotEvidence(preemptions, hours));
    }

    private static SpotQuestion question(double hours, double spot, SpotOverhead overhead, SpotPools pools) {
        return new SpotQuestion(
                hours,
                1,
                EurPerHour.of(1),
                EurPerHour.of(spot),
                overhead,
                Hazard.GPU_PRIOR,
                Optional.empty(),
                pools,
                OptionalDouble.empty());
    }

    private static SpotAdvice advise(double hours, double spot, SpotOverhead overhead, SpotPools pools) {
        return SpotAdvisor.advise(question(hours, spot, overhead, pools));
    }

    @Test
    void each_of_the_three_conditions_is_needed() {
        assertEquals(Verdict.YES, advise(8, 0.3, SAVING, CALM).verdict());
        assertEquals(Verdict.NO, advise(8, 0.7, SAVING, CALM).verdict());
        assertEquals(Verdict.YES, advise(8, 0.69, SAVING, CALM).verdict());
        assertEquals(Verdict.NO, advise(8, 0.3, LOSING, CALM).verdict());
        assertEquals(Verdict.NO, advise(8, 0.3, SAVING, pools(200, 400)).verdict());
    }

    @Test
    void where_nothing_was_seen_a_long_job_has_no_verdict_and_the_reason_says_why() {
        SpotAdvice advice = advise(4, 0.3, SAVING, SpotPools.NONE);
        assertEquals(Verdict.INSUFFICIENT_EVIDENCE, advice.verdict());
        assertEquals(
                "the job is interrupted with a probability of 27 %, 11 % to 45 %: too little was seen to tell it from 20 %",
                advice.reason());
    }

    @Test
    void the_figures_of_a_job_worked_out_on_paper() {
        // around(0.1, 24) is Gamma(2.4, 24); 0.6 more in 6 h is Gamma(3, 30), mean 0.1.
        SpotAdvice advice = advise(10, 0.4, SAVING, pools(0.6, 6));
        assertEquals(0.1, advice.hazard().expected(), 1e-12);
        assertEquals(0.6, advice.savingsRatio(), 1e-12);
        double tau = Math.sqrt(2 * (2.0 / 60) / 0.1); // 0.8165 h
        assertEquals(tau, advice.checkpointIntervalHours().orElseThrow(), 1e-12);
        double factor = Math.exp(0.01) * Math.expm1(0.1 * (tau + 2.0 / 60)) / (0.1 * tau);
        assertEquals(10, advice.cost().onDemand(), 1e-9);
        assertEquals(4 * factor, advice.cost().expectedSpot(), 1e-9);
        assertEquals(
                4 + 0.1 * 10 * factor * 0.4 * (tau / 2 + 0.1), advice.cost().firstOrderSpot(), 1e-9);
        assertEquals(
                1 - Math.pow(1 + advice.hazard().high() * 10 / 1.3, -1.3),
                advice.interrupted().upper90(),
                1e-12);
    }

    @Test
    void at_the_break_even_hazard_both_cost_the_same() {
        double hazard =
                advise(10, 0.4, SAVING, SpotPools.NONE).breakEvenHazard().orElseThrow();
        assertEquals(1 / 0.4, SAVING.factor(10, new Hazard(hazard)), 1e-6);
        assertEquals(OptionalDouble.empty(), advise(10, 1.1, SAVING, CALM).breakEvenHazard());
    }

    @ParameterizedTest(name = "{0} to {1} {2} makes {3} per hour")
    @CsvSource({
        "0, 0.05, PER_MONTH, 0.02", "0.05, 0.10, PER_MONTH, 0.05", "0.15, 0.20, PER_MONTH, 0.20",
        "0.20, 1, PER_MONTH, 0.50", "0, 0.05, PER_HOUR, 0.0253178", "0.20, 1, PER_HOUR, 0.2548922",
        "0.3, 0.4, PER_STOP, 0.1"
    })
    void a_month_is_not_an_hour_and_a_share_of_stops_says_nothing(
            double low, double high, ProviderRate.Unit unit, double hazard) {
        assertEquals(
                hazard,
                new ProviderRate(low, high, unit, "test")
                        .hazard(Hazard.GPU_PRIOR)
                        .perHour(),
                1e-6);
    }

    @Test
    void what_was_seen_in_wider_pools_moves_the_belief_less_than_what_was_seen_here() {
        var calm = new SpotEvidence(0, 500);
        double nothing = SpotPools.NONE.hazard(Hazard.GPU_PRIOR).mean();
        double wide = new SpotPools(calm, SpotEvidence.NONE, SpotEvidence.NONE)
                .hazard(Hazard.GPU_PRIOR)
                .quantile(0.9);
        double near = new SpotPools(SpotEvidence.NONE, calm, SpotEvidence.NONE)
                .hazard(Hazard.GPU_PRIOR)
                .quantile(0.9);
        double here = new SpotPools(SpotEvidence.NONE, SpotEvidence.NONE, calm)
                .hazard(Hazard.GPU_PRIOR)
                .quantile(0.9);
        assertEquals(0.1, nothing, 1e-12);
        assertTrue(here < near && near <= wide && wide < nothing, here + ", " + near + ", " + wide);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void with_more_preemptions_in_the_same_hours_the_verdict_never_turns_towards_spot(long seed) {
        var random = new SplittableRandom(seed);
        double hours = Math.pow(10, random.nextDouble() * 3 - 1);
        double seen = Math.pow(10, random.nextDouble() * 4);
        int worst = -1;
        double before = 0;
        for (double events = 0; events < 200; events = events * 2 + 1) {
            SpotAdvice advice = advise(hours, 0.3, SAVING, pools(events, seen));
            int rank = switch (advice.verdict()) {
                case YES -> 0;
                case INSUFFICIENT_EVIDENCE -> 1;
                case NO -> 2;
            };
            assertTrue(rank >= worst, events + " events: " + advice.verdict());
            assertTrue(advice.interrupted().expected() >= before);
            assertTrue(advice.interrupted().lower10() <= advice.interrupted().expected() + 1e-9);
            assertTrue(advice.interrupted().expected() <= advice.interrupted().upper90() + 1e-9);
            worst = rank;
            before = advice.interrupted().expected();
        }
    }

    @Test
    void a_limit_gets_a_plan_and_one_that_cannot_be_kept_says_so() {
        var question = new SpotQuestion(
                10,
                2,
                EurPerHour.of(1),
                EurPerHour.of(0.3),
                SAVING,
                Hazard.GPU_PRIOR,
                Optional.empty(),
                SpotPools.NONE,
                OptionalDouble.of(15));
        SpotPlan plan = SpotAdvisor.advise(question).plan().orElseThrow();
        assertEquals(10.0 / 15, plan.requiredProgress(), 1e-12);
        assertEquals(4.9, plan.slackHours(), 1e-12);
        assertEquals(0.3 * 10.1 * 2, plan.leastCost(), 1e-9);
        assertEquals(10.1 * 2, plan.greatestCost(), 1e-9);
        assertTrue(plan.isFeasible());
        var late = new SpotQuestion(
                10,
                2,
                question.onDemand(),
                question.spot(),
                SAVING,
                Hazard.GPU_PRIOR,
                Optional.empty(),
                SpotPools.NONE,
                OptionalDouble.of(10));
        assertTrue(!SpotAdvisor.advise(late).plan().orElseThrow().isFeasible());
    }
}
