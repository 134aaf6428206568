package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.port.PlatformRecords;
import ai.artenic.optimizer.domain.platform.PlatformJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every reader of a platform's records promises.
public interface PlatformRecordsContract {
    /// A platform with these jobs.
    PlatformRecords platform(List<PlatformJob> jobs);

    private static PlatformJob job(String id) {
        return new PlatformJob(id, Map.of("id", id, "status", "completed"), Map.of(), Map.of(), Map.of());
    }

    private static List<String> ids(List<PlatformJob> jobs) {
        return jobs.stream().map(PlatformJob::id).toList();
    }

    @Test
    default void a_platform_without_jobs_has_an_empty_page() {
        assertEquals(List.of(), platform(List.of()).jobs(Optional.empty(), 10));
    }

    @Test
    default void pages_hold_every_job_once_whatever_their_length() {
        List<PlatformJob> jobs = IntStream.range(100, 125)
                .mapToObj(number -> job("job-" + number))
                .toList();
        PlatformRecords platform = platform(jobs);
        for (int most : new int[] {1, 7, 25, 100}) {
            var read = new ArrayList<String>();
            Optional<String> last = Optional.empty();
            for (var page = platform.jobs(last, most); !page.isEmpty(); page = platform.jobs(last, most)) {
                read.addAll(ids(page));
                last = Optional.of(page.getLast().id());
            }
            assertEquals(ids(jobs), read, most + " a page");
        }
    }

    @Test
    default void a_job_has_its_rows_in_all_tables() {
        var known = new PlatformJob(
                "a",
                Map.of("id", "a", "status", "failed", "metrics", Map.of("f1", 0.5)),
                Map.of("job_id", "a", "success", false),
                Map.of("id", "r", "training_job_id", "a", "recommended_provider", "aws"),
                Map.of("recommendation_id", "r", "features", Map.of("num_epochs", 3)));
        PlatformJob read = platform(List.of(known)).jobs(Optional.empty(), 10).getFirst();
        assertEquals("failed", read.job().get("status"));
        assertEquals(Map.of("f1", 0.5), read.job().get("metrics"));
        assertEquals(false, read.outcome().get("success"));
        assertEquals("aws", read.recommendation().get("recommended_provider"));
        assertEquals(Map.of("num_epochs", 3), read.sample().get("features"));
    }
}
