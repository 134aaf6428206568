package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.sweep.Pruning;
import ai.artenic.optimizer.domain.sweep.Sweep;
import ai.artenic.optimizer.domain.sweep.SweepPlanner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlanSweepTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00.123456789Z");
    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();
    private final PlanSweep useCase =
            new PlanSweep(catalog, new SweepPlanner(Gpus.CATALOG), () -> NOW, () -> Calibration.NONE);

    PlanSweepTest() {
        publish(Offers.gpu("gcp", "a100", Gpus.A100, 1, 2, 0), Offers.gpu("aws", "a100", Gpus.A100, 1, 3, 0));
    }

    private void publish(Offer... offers) {
        var failed =
                new SourceReport("mine.csv", Provenance.Source.OPERATOR, 0, List.of(), Optional.of("no such file"));
        catalog.publish(new PublishedCatalog(Offers.snapshot(List.of(offers)), List.of(), List.of(failed)));
    }

    private static Sweep tenHours(OptionalDouble budget) {
        var constraints = new Constraints(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                budget,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                true,
                1);
        return new Sweep(Workloads.with(Map.of("estimated_hours", 1)), 10, 5, new Pruning.None(), constraints, 5);
    }

    @Test
    void plans_stand_cheapest_first_and_carry_what_they_stand_on() {
        var answer = assertInstanceOf(SweepAnswer.Planned.class, useCase.plan(tenHours(OptionalDouble.empty())));
        assertEquals(
                List.of("gcp", "aws"),
                answer.plans().stream()
                        .map(plan -> plan.candidate().offer().id().provider().key())
                        .toList());
        assertEquals(2, answer.plans().getFirst().wallHours().value(), 1e-9);
        assertEquals(catalog.current().snapshot().id(), answer.basis().catalogSnapshotId());
        assertEquals(
                Instant.parse("2026-11-24T09:00:00.123456Z"), answer.basis().asOf());
        assertTrue(answer.basis().degraded().getFirst().contains("mine.csv"));
        assertTrue(!answer.basis().assumptions().isEmpty());
    }

    @Test
    void a_budget_that_is_too_small_is_answered_with_what_it_pays() {
        var answer = assertInstanceOf(SweepAnswer.BeyondLimits.class, useCase.plan(tenHours(OptionalDouble.of(7))));
        assertEquals(3, answer.nearest().trials());
        assertEquals("trials 10 -> 3: budget 7 EUR", answer.changed());
    }

    @Test
    void a_workload_that_fits_no_machine_is_answered_with_the_reasons() {
        publish(Offers.cpu("hetzner", "cx", 4, 8, 0.02, 0));
        var answer =
                assertInstanceOf(SweepAnswer.NoFeasibleOffer.class, useCase.plan(tenHours(OptionalDouble.empty())));
        assertEquals(1, answer.reasons().totalConsidered());
        assertEquals(catalog.current().snapshot().id(), answer.reasons().catalogSnapshotId());
    }
}
