package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.workload.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every store of spent jobs promises.
public interface SpentJobsContract {
    Instant LAST = Instant.parse("2999-01-01T00:00:00Z");

    /// A log without outcomes, and the jobs it keeps.
    record Spent(OutcomeLog log, SpentJobs jobs) {
        List<SpentJob> all(int page) {
            var all = new ArrayList<SpentJob>();
            List<SpentJob> next;
            do {
                Optional<SpentJob> last = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
                next = jobs.next(Instant.EPOCH, LAST, last, page);
                all.addAll(next);
            } while (next.size() == page);
            return all;
        }
    }

    Spent emptySpent();

    @Test
    default void of_an_empty_log_there_are_no_jobs() {
        assertEquals(List.of(), emptySpent().all(10));
    }

    @Test
    default void every_job_comes_once_in_the_order_in_which_they_ended_in_every_detail() {
        Spent spent = emptySpent();
        List<AssessedOutcome> outcomes = new ArrayList<>(
                LongStream.range(0, 60).mapToObj(Outcomes::seeded).toList().reversed());
        outcomes.add(Outcomes.extreme());
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        for (String job : List.of("first", "second", "third")) {
            outcomes.add(Costs.of(job, "aws", 1, true, at));
        }
        List<SpentJob> expected = spent.log().keep(outcomes).stream()
                .map(kept -> SpentJob.of(kept.outcome()))
                .sorted(Comparator.comparing(SpentJob::at).thenComparingLong(SpentJob::id))
                .toList();
        for (int page : new int[] {1, 2, 7, 1000}) {
            assertEquals(expected, spent.all(page));
        }
    }

    @Test
    default void what_was_trained_is_told_of_each_job_that_is_asked_for_in_their_order() {
        Spent spent = emptySpent();
        List<AssessedOutcome> outcomes =
                LongStream.range(0, 20).mapToObj(Outcomes::seeded).toList();
        Map<String, Workload> trained =
                outcomes.stream().collect(Collectors.toMap(one -> one.outcome().jobId(), AssessedOutcome::workload));
        spent.log().keep(outcomes);
        List<SpentJob> asked = spent.all(100).reversed().subList(0, 15);
        assertEquals(
                asked.stream().map(job -> trained.get(job.jobId())).toList(),
                spent.jobs().workloads(asked));
        assertEquals(List.of(), spent.jobs().workloads(List.of()));
    }

    @Test
    default void a_period_has_its_start_and_not_its_end() {
        Spent spent = emptySpent();
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Instant to = Instant.parse("2026-03-02T00:00:00Z");
        spent.log()
                .keep(List.of(
                        Costs.of("before", "aws", 1, true, from.minusNanos(1_000)),
                        Costs.of("start", "aws", 1, true, from),
                        Costs.of("last", "aws", 1, false, to.minusNanos(1_000)),
                        Costs.of("end", "aws", 1, true, to)));
        assertEquals(
                List.of("start", "last"),
                spent.jobs().next(from, to, Optional.empty(), 10).stream()
                        .map(SpentJob::jobId)
                        .toList());
    }
}
