package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.domain.cost.anomaly.Anomalies;
import ai.artenic.optimizer.domain.cost.anomaly.AnomalyScan;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.history.Days;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Finds the jobs of a period that cost more than jobs like them.
public final class FindAnomalies {
    private static final int PAGE = 1000;

    private final SpentJobs jobs;

    public FindAnomalies(SpentJobs jobs) {
        this.jobs = jobs;
    }

    /// @param impactLeast EUR above the normal cost from which a job is told
    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the jobs cannot be reached
    public Anomalies find(Days days, double impactLeast) {
        Instant from = days.from().atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to = days.to().atStartOfDay().toInstant(ZoneOffset.UTC);
        var scan = new AnomalyScan(from, impactLeast);
        Optional<SpentJob> last = Optional.empty();
        List<SpentJob> page;
        do {
            page = jobs.next(from.minus(AnomalyScan.BEFORE), to, last, PAGE);
            page.forEach(scan::add);
            last = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast());
        } while (page.size() == PAGE);
        return scan.result();
    }
}
