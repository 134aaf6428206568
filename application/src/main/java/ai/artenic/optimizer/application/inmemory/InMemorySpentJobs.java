package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.workload.Workload;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks through all that a log keeps, whenever it is asked.
public final class InMemorySpentJobs implements SpentJobs {
    private static final Comparator<SpentJob> ORDER =
            Comparator.comparing(SpentJob::at).thenComparingLong(SpentJob::id);

    private final OutcomeLog log;

    public InMemorySpentJobs(OutcomeLog log) {
        this.log = log;
    }

    @Override
    public List<SpentJob> next(Instant from, Instant to, Optional<SpentJob> after, int most) {
        return WholeLog.of(log, Optional.empty()).stream()
                .map(SpentJob::of)
                .filter(job -> !job.at().isBefore(from) && job.at().isBefore(to))
                .filter(job -> after.isEmpty() || ORDER.compare(job, after.get()) > 0)
                .sorted(ORDER)
                .limit(most)
                .toList();
    }

    @Override
    public List<Workload> workloads(List<SpentJob> jobs) {
        Map<Long, Workload> trained = WholeLog.of(log, Optional.empty()).stream()
                .collect(Collectors.toMap(
                        KeptOutcome::id, kept -> kept.assessed().workload()));
        return jobs.stream()
                .map(job -> Objects.requireNonNull(trained.get(job.id()), job::jobId))
                .toList();
    }
}
