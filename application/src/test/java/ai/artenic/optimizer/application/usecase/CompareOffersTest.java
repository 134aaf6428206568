package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.cost.carbon.CarbonEstimator;
import ai.artenic.optimizer.domain.cost.compare.CompareRequest;
import ai.artenic.optimizer.domain.cost.compare.OfferComparer;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import ai.artenic.optimizer.domain.ranking.CandidateSurveyor;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareOffersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00.123456789Z");
    private static final CompareRequest QUESTION = new CompareRequest(Workloads.lora7b(), Constraints.NONE, false, 5);
    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();
    private final CompareOffers useCase = new CompareOffers(
            catalog,
            new CandidateSurveyor(Gpus.CATALOG, Billing::of),
            new OfferComparer(CarbonEstimator.UNKNOWN),
            () -> NOW,
            () -> Calibration.NONE,
            () -> SpotExposure.NONE);

    private void publish(Offer... offers) {
        var failed =
                new SourceReport("mine.csv", Provenance.Source.OPERATOR, 0, List.of(), Optional.of("no such file"));
        catalog.publish(new PublishedCatalog(Offers.snapshot(List.of(offers)), List.of(), List.of(failed)));
    }

    @Test
    void providers_stand_side_by_side_and_the_answer_names_what_it_stands_on() {
        publish(Offers.gpu("gcp", "a100", Gpus.A100, 1, 2, 0), Offers.gpu("aws", "a100", Gpus.A100, 1, 3, 0));
        var answer = assertInstanceOf(CompareAnswer.Compared.class, useCase.compare(QUESTION));
        assertEquals(catalog.current().snapshot().id(), answer.catalogSnapshotId());
        assertEquals(Instant.parse("2026-11-26T09:00:00.123456Z"), answer.asOf());
        assertTrue(answer.degraded().getFirst().contains("mine.csv"));
        assertEquals(
                List.of("aws", "gcp"),
                answer.comparison().providers().stream()
                        .map(side -> side.coverage().provider().key())
                        .toList());
        assertEquals("gcp/a100/eu-west-1 on demand", answer.comparison().cheapest());
        assertEquals(
                "gcp/a100/eu-west-1 on demand",
                answer.comparison().dominated().getFirst().by());
        assertEquals(1, answer.comparison().dominatedTotal());
    }

    @Test
    void a_workload_that_fits_no_machine_is_answered_with_the_reasons() {
        publish(Offers.cpu("hetzner", "cx", 4, 8, 0.02, 0));
        var answer = assertInstanceOf(CompareAnswer.NoFeasibleOffer.class, useCase.compare(QUESTION));
        assertEquals(1, answer.reasons().totalConsidered());
        assertEquals(catalog.current().snapshot().id(), answer.reasons().catalogSnapshotId());
    }
}
