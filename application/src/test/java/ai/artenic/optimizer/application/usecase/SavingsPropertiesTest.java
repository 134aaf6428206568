package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.WorkedExample;
import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.inmemory.InMemorySpendingHistory;
import ai.artenic.optimizer.application.inmemory.InMemorySpentJobs;
import ai.artenic.optimizer.domain.cost.history.Grouping;
import ai.artenic.optimizer.domain.cost.saving.Savings;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavingsPropertiesTest {
    private static final int JOBS = 300;
    private static final List<Recommendation> RECOMMENDATIONS = WorkedExample.recommendations();
    private static final List<Offer> OFFERS = List.of(
            WorkedExample.SMALL,
            Offers.gpu("aws", "big", Gpus.A100, 1, 10, 0),
            Offers.gpu("azure", "odd", Gpus.A100, 1, 7, 3),
            Offers.gpu("hetzner", "old", Gpus.V100, 1, 2, 0));

    /// Jobs of two months, of which one in four had no recommendation.
    private static List<AssessedOutcome> seeded(long seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<AssessedOutcome>();
        for (int i = 0; i < JOBS; i++) {
            Optional<UUID> recommendation = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(RECOMMENDATIONS
                            .get(random.nextInt(RECOMMENDATIONS.size()))
                            .id());
            Workload workload = random.nextBoolean() ? Workloads.lora7b() : Workloads.resnet();
            Offer offer = OFFERS.get(random.nextInt(OFFERS.size()));
            all.add(Ran.outcome(
                    "job-" + i,
                    recommendation,
                    workload,
                    Ran.on(offer, random.nextInt(3) == 0, Math.rint(random.nextDouble() * 5e7) / 1e6),
                    random.nextInt(8) > 0,
                    Ran.MONDAY.minus(Duration.ofDays(30)).plus(Duration.ofHours(4L * i))));
        }
        return all;
    }

    private static Savings report(List<AssessedOutcome> jobs, int most) {
        InMemoryOutcomeLog outcomes = kept(jobs);
        var log = new InMemoryRecommendationLog();
        RECOMMENDATIONS.forEach(each -> log.keep(each, Bases.PLAIN));
        var snapshots = new InMemorySnapshotStore();
        snapshots.keep(CatalogSnapshot.of(OFFERS, Ran.MONDAY.plus(Duration.ofDays(3))));
        return new ReportSavings(new InMemorySpentJobs(outcomes), log, Ran.prices(snapshots)).report(Ran.MARCH, most);
    }

    private static InMemoryOutcomeLog kept(List<AssessedOutcome> jobs) {
        var outcomes = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), () -> Ran.MONDAY);
        jobs.forEach(job -> outcomes.keep(List.of(job)));
        return outcomes;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_in_which_jobs_are_reported_changes_nothing(long seed) {
        List<AssessedOutcome> jobs = seeded(seed);
        Savings once = report(jobs, 2);
        Collections.shuffle(jobs, new Random(seed));
        assertEquals(once, report(jobs, 2));
        assertTrue(once.counts().open() > 0 && once.counts().followed() > 0, once.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void all_jobs_together_cost_what_the_summary_says_and_save_no_more(long seed) {
        List<AssessedOutcome> jobs = seeded(seed);
        Savings found = report(jobs, 9);
        var history = new InMemorySpendingHistory(kept(jobs)).daily(Ran.MARCH, Grouping.NONE, Optional.empty());
        BigDecimal total = history.stream().map(row -> row.spend().costEur()).reduce(BigDecimal.ZERO, BigDecimal::add);
        long count = history.stream().mapToLong(row -> row.spend().jobs()).sum();
        long failed =
                history.stream().mapToLong(row -> row.spend().failedJobs()).sum();
        assertEquals(0, total.compareTo(found.actualEur()));
        assertEquals(count, found.counts().all());
        assertEquals(failed, found.counts().failed());
        assertTrue(found.savingsEur().compareTo(found.actualEur()) <= 0);
        assertEquals(0, found.recommendedEur().add(found.openEur()).compareTo(found.comparedEur()));
    }
}
