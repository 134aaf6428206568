package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.inmemory.InMemoryPlatformRecords;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.platform.PlatformJob;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportPlatformTest {
    private final InMemoryOutcomeLog outcomes =
            new InMemoryOutcomeLog(new InMemoryCalibrationLog(), () -> Offers.OBSERVED);
    private final List<String> pages = new ArrayList<>();

    /// Every tenth still runs, every eleventh has no provider.
    private static List<PlatformJob> jobs() {
        var jobs = new ArrayList<PlatformJob>();
        for (int i = 1_000; i < 3_500; i++) {
            Map<String, Object> row = Map.of(
                    "status",
                    i % 10 == 0 ? "running" : "completed",
                    i % 11 == 0 ? "nobody" : "provider",
                    "aws",
                    "instance_type",
                    "p4d",
                    "duration_seconds",
                    60,
                    "cost_actual_eur",
                    1,
                    "workload_spec",
                    Workloads.lora7bFields());
            jobs.add(new PlatformJob("job-" + i, row, Map.of(), Map.of(), Map.of()));
        }
        return jobs;
    }

    private ImportPlatform.Answer imported(Optional<String> after) {
        var candidates = new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of);
        var assessing = new AssessOutcome(
                new InMemoryRecommendationLog(),
                new InMemoryOfferCatalog(),
                candidates,
                Gpus.CATALOG,
                Corrections.NONE);
        var importing = new ImportOutcomes(assessing, outcomes, AfterOutcomes.NOTHING, Runnable::run);
        return new ImportPlatform(new InMemoryPlatformRecords(jobs()), importing, () -> Offers.OBSERVED)
                .run(after, pages::add);
    }

    @Test
    void jobs_are_read_page_by_page_and_may_be_read_again() {
        ImportPlatform.Answer answer = imported(Optional.empty());
        assertEquals(2_500, answer.jobs());
        assertEquals(250, answer.unfinished());
        assertEquals(List.of("job-1999", "job-2999", "job-3499"), pages);
        ImportAnswer first = answer.outcomes();
        assertEquals(2_250, first.accepted() + first.rejectedTotal());
        assertEquals(
                "job-1001/provider",
                first.rejected().getFirst().errors().getFirst().pointer());
        ImportAnswer again = imported(Optional.empty()).outcomes();
        assertEquals(first.accepted(), again.duplicates());
        assertEquals(0, again.accepted());
    }

    @Test
    void it_goes_on_after_any_job() {
        assertEquals(1, imported(Optional.of("job-3498")).jobs());
        assertEquals(0, imported(Optional.of("job-3499")).jobs());
    }

    @Test
    void past_the_last_line_there_is_none() {
        var lines = new PlatformLines(
                new InMemoryPlatformRecords(List.of()), Offers.OBSERVED, Optional.empty(), pages::add);
        assertThrows(NoSuchElementException.class, lines::next);
    }
}
