package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.WorkedExample;
import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.inmemory.InMemorySpentJobs;
import ai.artenic.optimizer.domain.cost.saving.Savings;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Why;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportSavingsTest {
    private static final Instant MONDAY = Ran.MONDAY;
    private static final Offer DEAR = Offers.gpu("aws", "dear", Gpus.A100, 1, 40, 0);
    private static final Offer CHEAP = Offers.gpu("gcp", "cheap", Gpus.A100, 1, 10, 0);
    private static final Offer GIFT = Offers.gpu("azure", "gift", Gpus.A100, 1, 1, 0);

    private final InMemoryOutcomeLog outcomes = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), () -> MONDAY);
    private final InMemoryRecommendationLog log = new InMemoryRecommendationLog();
    private final InMemorySnapshotStore snapshots = new InMemorySnapshotStore();
    private final ReportSavings savings =
            new ReportSavings(new InMemorySpentJobs(outcomes), log, Ran.prices(snapshots));
    private int jobs;

    private static Run run(Offer offer, double eur) {
        return Ran.on(offer, false, eur);
    }

    private void ran(Optional<UUID> recommendation, Workload workload, Run run, Instant end) {
        outcomes.keep(List.of(Ran.outcome("job-" + jobs++, recommendation, workload, run, true, end)));
    }

    private void ranUnadvised(Offer offer, double eur, Instant end) {
        ran(Optional.empty(), Workloads.lora7b(), run(offer, eur), end);
    }

    private void publish(Instant at, Offer... offers) {
        snapshots.keep(CatalogSnapshot.of(List.of(offers), at));
    }

    private Map<Why, Long> notComparable() {
        return savings.report(Ran.MARCH, 9).counts().notComparable();
    }

    @Test
    void without_a_recommendation_a_job_is_held_against_the_prices_of_when_it_started() {
        publish(MONDAY.minus(Duration.ofDays(2)), DEAR);
        publish(MONDAY, DEAR, CHEAP);
        publish(MONDAY.plus(Duration.ofHours(2)), DEAR, CHEAP, GIFT);
        ranUnadvised(DEAR, 80, MONDAY.plus(Duration.ofHours(1))); // began the day before: nothing else was to be had
        ranUnadvised(DEAR, 80, MONDAY.plus(Duration.ofHours(3))); // began at one, when there was the cheap one
        Savings found = savings.report(Ran.MARCH, 9);
        assertEquals(1, found.counts().withoutAlternative());
        assertEquals(1, found.counts().open());
        assertEquals(0, new BigDecimal("60").compareTo(found.openEur())); // four times as dear an hour
        assertEquals("gcp cheap", found.opportunities().getFirst().move().to().name());
    }

    @Test
    void a_job_that_ran_on_the_best_by_chance_has_followed_nothing() {
        publish(MONDAY.minus(Duration.ofDays(2)), DEAR, CHEAP);
        ranUnadvised(DEAR, 80, MONDAY);
        ranUnadvised(CHEAP, 20, MONDAY.plusSeconds(1));
        Savings found = savings.report(Ran.MARCH, 9);
        assertEquals(0, found.counts().followed());
        assertEquals(1, found.counts().withoutAlternative());
        assertEquals(BigDecimal.ZERO, found.realisedEur());
        assertEquals(Optional.empty(), found.claims());
    }

    @Test
    void what_is_not_known_of_its_time_is_counted_by_its_reason() {
        ranUnadvised(DEAR, 80, MONDAY);
        assertEquals(Map.of(Why.NO_PRICES_OF_ITS_TIME, 1L), notComparable());
        publish(MONDAY, CHEAP);
        ranUnadvised(DEAR, 80, MONDAY.plus(Duration.ofDays(1)));
        assertEquals(Map.of(Why.NO_PRICES_OF_ITS_TIME, 1L, Why.PLACE_NOT_PRICED, 1L), notComparable());
        ran(Optional.of(new UUID(1, 2)), Workloads.lora7b(), run(CHEAP, 80), MONDAY);
        Workload huge = Workloads.with(Map.of("model_params_m", 1_000_000, "method", "full"));
        ran(Optional.empty(), huge, run(CHEAP, 80), MONDAY.plus(Duration.ofDays(1)));
        assertEquals(
                Map.of(
                        Why.NO_PRICES_OF_ITS_TIME, 1L,
                        Why.PLACE_NOT_PRICED, 1L,
                        Why.RECOMMENDATION_NOT_KEPT, 1L,
                        Why.NOTHING_FITS, 1L),
                notComparable());
    }

    @Test
    void workloads_beyond_what_can_be_ranked_in_time_are_counted() {
        publish(MONDAY.minus(Duration.ofDays(1)), DEAR, CHEAP);
        for (int i = 0; i <= PastChoices.RANKINGS_MOST; i++) {
            Workload workload = Workloads.with(Map.of("num_epochs", 1 + i));
            ran(Optional.empty(), workload, run(DEAR, 80), MONDAY.plusSeconds(i));
        }
        ran(Optional.empty(), Workloads.with(Map.of("num_epochs", 1)), run(DEAR, 80), MONDAY.plusSeconds(1_000_000));
        Savings found = savings.report(Ran.MARCH, 9);
        assertEquals(Map.of(Why.TOO_MANY_WORKLOADS, 1L), found.counts().notComparable());
        assertEquals(PastChoices.RANKINGS_MOST + 1, found.counts().open());
    }

    @Test
    void a_baseline_may_have_ended_before_the_period_and_jobs_beyond_one_page_are_all_counted() {
        var recommendations = WorkedExample.recommendations();
        recommendations.forEach(each -> log.keep(each, Bases.PLAIN));
        var first = recommendations.getFirst();
        var big = first.recommendations().getLast().offer();
        ran(Optional.of(first.id()), Workloads.lora7b(), run(big, 20), MONDAY.minus(Duration.ofDays(80)));
        var ends = new ArrayList<Instant>();
        for (int i = 0; i < 1_500; i++) {
            ends.add(MONDAY.plusSeconds(60L * i));
        }
        for (Instant end : ends) {
            ran(Optional.of(first.id()), Workloads.lora7b(), run(WorkedExample.SMALL, 1), end);
        }
        Savings found = savings.report(Ran.MARCH, 9);
        assertEquals(1_500, found.counts().all());
        assertEquals(1_500, found.counts().followed());
        assertEquals(0, found.counts().followedWithoutBaseline());
        assertEquals(0, new BigDecimal("1500").compareTo(found.realisedEur())); // 20 against 10: as much as it cost
        assertTrue(found.opportunities().isEmpty());
    }

    @Test
    void a_provider_that_nobody_offers_is_not_priced() {
        publish(MONDAY.minus(Duration.ofDays(1)), CHEAP);
        Run elsewhere = new Run(
                new Provider("gcp"), "cheap", Optional.of("us-east-1"), false, OptionalInt.empty(), 1, Eur.of(3));
        ran(Optional.empty(), Workloads.lora7b(), elsewhere, MONDAY);
        Run onSpot = new Run(new Provider("gcp"), "cheap", Optional.empty(), true, OptionalInt.empty(), 1, Eur.of(3));
        ran(Optional.empty(), Workloads.lora7b(), onSpot, MONDAY);
        assertEquals(Map.of(Why.PLACE_NOT_PRICED, 2L), notComparable());
    }
}
