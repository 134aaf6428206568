package ai.artenic.optimizer.domain.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.RejectionReason;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweepPlannerTest {
    /// One hour for nine epochs on one A100-80GB.
    private static final Workload ONE_HOUR = Workloads.with(Map.of("num_epochs", 9, "estimated_hours", 1));

    private static final Pruning NONE = new Pruning.None();
    private static final Pruning HALVING = new Pruning.SuccessiveHalving(3, 1);
    private final SweepPlanner planner = new SweepPlanner(Gpus.CATALOG);
    /// Two EUR per trial on demand.
    private final CatalogSnapshot oneA100 = Offers.snapshot(List.of(Offers.gpu("gcp", "a100", Gpus.A100, 1, 2, 0)));

    private static Constraints limits(double cost, double hours, double price) {
        return new Constraints(
                List.of(), List.of(), List.of(), List.of(), limit(cost), limit(hours), limit(price), true, 1);
    }

    private static OptionalDouble limit(double value) {
        return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Sweep sweep(int trials, int parallel, Pruning pruning, Constraints constraints) {
        return new Sweep(ONE_HOUR, trials, parallel, pruning, constraints, 5);
    }

    private SweepPlan first(Sweep sweep) {
        return assertInstanceOf(SweepPlanning.Planned.class, planner.plan(oneA100, sweep))
                .plans()
                .getFirst();
    }

    private SweepPlanning.BeyondLimits beyond(Sweep sweep) {
        return assertInstanceOf(SweepPlanning.BeyondLimits.class, planner.plan(oneA100, sweep));
    }

    private static double euros(SweepPlan plan) {
        return plan.cost().expected().amount().doubleValue();
    }

    @Test
    void ten_trials_of_an_hour_on_four_machines_of_two_euros_take_three_hours_and_cost_twenty() {
        SweepPlan plan = first(sweep(10, 4, NONE, Constraints.NONE));
        assertEquals(10, plan.trialHours().value(), 1e-9);
        assertEquals(3, plan.wallHours().value(), 1e-9);
        assertEquals(20, euros(plan), 1e-5);
        assertEquals(4, plan.parallel());
        assertEquals(10, plan.trials());
    }

    @Test
    void successive_halving_pays_only_the_epochs_it_adds() {
        // 9 trials at 1 epoch, 3 for 2 more, 1 for 6 more, of 9 epochs an hour
        SweepPlan plan = first(sweep(9, 9, HALVING, Constraints.NONE));
        assertEquals(21.0 / 9, plan.trialHours().value(), 1e-9);
        assertEquals(1, plan.wallHours().value(), 1e-9);
        assertEquals(42.0 / 9, euros(plan), 1e-5);
    }

    @Test
    void the_cost_is_as_wide_as_the_hours_of_a_trial_and_its_high_end_counts_on_no_luck_with_the_median() {
        Interval<Hours> trial =
                first(sweep(1, 1, NONE, Constraints.NONE)).candidate().estimatedHours();
        SweepPlan plan = first(sweep(20, 1, new Pruning.Median(1), Constraints.NONE));
        assertEquals(2 * 20 * trial.high().value(), plan.cost().high().amount().doubleValue(), 1e-5);
        assertEquals(
                euros(plan) * trial.low().value() / trial.expected().value(),
                plan.cost().low().amount().doubleValue(),
                1e-5);
    }

    @Test
    void the_price_per_hour_limits_how_many_run_at_once() {
        SweepPlan plan = first(sweep(10, 10, NONE, limits(0, 0, 7)));
        assertEquals(3, plan.parallel());
        assertEquals(4, plan.wallHours().value(), 1e-9);
    }

    @Test
    void the_hours_of_the_whole_sweep_choose_the_faster_machine() {
        CatalogSnapshot both = Offers.snapshot(
                List.of(Offers.gpu("gcp", "a100", Gpus.A100, 1, 2, 0), Offers.gpu("gcp", "h100", Gpus.H100, 8, 60, 0)));
        Sweep soon = sweep(4, 1, NONE, limits(0, 3, 0));
        var planned = assertInstanceOf(SweepPlanning.Planned.class, planner.plan(both, soon));
        assertEquals(
                List.of("h100"),
                planned.plans().stream()
                        .map(plan -> plan.candidate().offer().id().instanceType())
                        .toList());
    }

    @Test
    void a_budget_that_is_too_small_is_answered_with_the_most_trials_it_pays() {
        SweepPlanning.BeyondLimits answer = beyond(sweep(100, 4, NONE, limits(82.5, 0, 0)));
        assertEquals(41, answer.nearest().trials());
        assertEquals(82, euros(answer.nearest()), 1e-5);
        assertEquals("trials 100 -> 41: budget 82.5 EUR", answer.changed());
    }

    @Test
    void too_few_hours_are_answered_with_the_most_trials_they_hold() {
        SweepPlanning.BeyondLimits answer = beyond(sweep(100, 4, NONE, limits(1000, 2.5, 0)));
        assertEquals(8, answer.nearest().trials());
        assertEquals("trials 100 -> 8: limit 2.5 h", answer.changed());
    }

    @Test
    void machines_that_may_not_run_at_once_are_named_with_the_hours_they_would_save() {
        SweepPlanning.BeyondLimits answer = beyond(sweep(100, 100, NONE, limits(0, 2.5, 4.5)));
        assertEquals(4, answer.nearest().trials());
        assertEquals("trials 100 -> 4: limit 2.5 h, limit 4.5 EUR/h", answer.changed());
    }

    @Test
    void two_limits_that_bind_alike_are_both_named() {
        assertEquals(
                "trials 9 -> 2: budget 4 EUR, limit 2 h",
                beyond(sweep(9, 1, NONE, limits(4, 2, 0))).changed());
    }

    @Test
    void limits_that_hold_not_even_one_trial_are_answered_with_what_one_needs() {
        SweepPlanning.BeyondLimits answer = beyond(sweep(7, 2, HALVING, limits(1.5, 0.25, 1)));
        assertEquals(1, answer.nearest().trials());
        assertEquals(2, euros(answer.nearest()), 1e-5);
        assertEquals(
                "trials 7 -> 1, beyond the limits: one trial needs 2 EUR, budget 1.5 EUR; "
                        + "one trial needs 1 h, limit 0.25 h; one machine needs 2 EUR/h, limit 1 EUR/h",
                answer.changed());
    }

    @Test
    void limits_that_no_one_offer_keeps_together_are_said_to_be_so() {
        CatalogSnapshot both = Offers.snapshot(List.of(
                Offers.gpu("gcp", "cheap-and-slow", Gpus.A100, 1, 2, 0),
                Offers.gpu("gcp", "fast-and-dear", Gpus.H100, 8, 200, 0)));
        var answer = assertInstanceOf(
                SweepPlanning.BeyondLimits.class, planner.plan(both, sweep(2, 1, NONE, limits(3, 0.5, 0))));
        assertEquals(1, answer.nearest().trials());
        assertTrue(answer.changed().endsWith("one trial needs 1 h, limit 0.5 h"), answer.changed());
    }

    @Test
    void a_workload_that_fits_no_machine_is_told_why() {
        CatalogSnapshot cpu = Offers.snapshot(List.of(Offers.cpu("hetzner", "cx", 4, 8, 0.02, 0)));
        var nowhere =
                assertInstanceOf(SweepPlanning.Nowhere.class, planner.plan(cpu, sweep(3, 1, NONE, limits(1, 1, 1))));
        assertEquals(
                RejectionReason.GPU_REQUIRED,
                nowhere.reasons().rejected().getFirst().reason());
    }

    @Test
    void spot_is_planned_with_its_interruptions_and_only_where_allowed() {
        CatalogSnapshot spot = Offers.snapshot(List.of(Offers.gpu("gcp", "a100", Gpus.A100, 1, 2, 1)));
        var planned =
                assertInstanceOf(SweepPlanning.Planned.class, planner.plan(spot, sweep(4, 1, NONE, Constraints.NONE)));
        SweepPlan cheapest = planned.plans().getFirst();
        assertTrue(cheapest.candidate().isSpot());
        assertTrue(cheapest.trialHours().value() > 4, "rework is counted");
        var onDemand =
                new Constraints(List.of(), List.of(), List.of(), List.of(), limit(0), limit(0), limit(0), false, 1);
        var without = assertInstanceOf(SweepPlanning.Planned.class, planner.plan(spot, sweep(4, 1, NONE, onDemand)));
        assertTrue(without.plans().stream().noneMatch(plan -> plan.candidate().isSpot()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plans_keep_every_limit_and_stand_cheapest_first(long seed) {
        CatalogSnapshot snapshot = Offers.snapshot(Offers.seeded(seed, 40));
        Sweep sweep = seeded(seed);
        List<SweepPlan> plans = switch (planner.plan(snapshot, sweep)) {
            case SweepPlanning.Planned planned -> planned.plans();
            case SweepPlanning.BeyondLimits beyond ->
                beyond.changed().contains("beyond the limits") ? List.of() : List.of(beyond.nearest());
            case SweepPlanning.Nowhere _ -> List.of();
        };
        double before = 0;
        for (SweepPlan plan : plans) {
            assertTrue(euros(plan) <= sweep.constraints().maxCostEur().orElse(1e18));
            assertTrue(
                    plan.wallHours().value() <= sweep.constraints().maxHours().orElse(1e18));
            assertTrue(plan.candidate().pricePerHour().value() * plan.parallel()
                    <= sweep.constraints().maxPricePerHourEur().orElse(1e18));
            assertTrue(plan.parallel() <= Math.min(sweep.maxParallel(), plan.trials()));
            assertTrue(plan.trials() <= sweep.trials());
            assertTrue(before <= euros(plan));
            before = euros(plan);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_nearest_plan_has_the_most_trials_any_offer_allows(long seed) {
        List<Offer> offers = Offers.seeded(seed, 12);
        Sweep sweep = seeded(seed);
        if (planner.plan(Offers.snapshot(offers), sweep) instanceof SweepPlanning.BeyondLimits beyond
                && !beyond.changed().contains("beyond the limits")) {
            Sweep oneMore = new Sweep(
                    sweep.workload(),
                    beyond.nearest().trials() + 1,
                    sweep.maxParallel(),
                    sweep.pruning(),
                    sweep.constraints(),
                    1);
            for (Offer offer : offers) {
                SweepPlanning alone = planner.plan(Offers.snapshot(List.of(offer)), oneMore);
                assertTrue(!(alone instanceof SweepPlanning.Planned), () -> offer.id() + " runs one more");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_dearer_catalogue_never_makes_a_sweep_cheaper(long seed) {
        List<Offer> offers = Offers.seeded(seed, 20);
        List<Offer> dearer =
                offers.stream().map(offer -> Offers.repriced(offer, 1.3)).toList();
        Sweep sweep = new Sweep(ONE_HOUR, 12, 3, HALVING, Constraints.NONE, 1);
        if (planner.plan(Offers.snapshot(offers), sweep) instanceof SweepPlanning.Planned before
                && planner.plan(Offers.snapshot(dearer), sweep) instanceof SweepPlanning.Planned after) {
            assertEquals(
                    1.3 * euros(before.plans().getFirst()), euros(after.plans().getFirst()), 1e-4);
        }
    }

    private static Sweep seeded(long seed) {
        var random = new SplittableRandom(seed);
        int least = 1 + random.nextInt(9);
        Pruning pruning = switch (random.nextInt(3)) {
            case 0 -> NONE;
            case 1 -> new Pruning.Median(least);
            default -> new Pruning.SuccessiveHalving(2 + random.nextInt(3), least);
        };
        return new Sweep(
                ONE_HOUR,
                1 + random.nextInt(80),
                1 + random.nextInt(12),
                pruning,
                limits(
                        random.nextBoolean() ? 0 : 1 + 60 * random.nextDouble(),
                        random.nextBoolean() ? 0 : 1 + 10 * random.nextDouble(),
                        random.nextBoolean() ? 0 : 1 + 20 * random.nextDouble()),
                20);
    }
}
