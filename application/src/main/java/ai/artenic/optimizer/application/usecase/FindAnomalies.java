package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.domain.cost.anomaly.Anomalies;
import ai.artenic.optimizer.domain.cost.anomaly.AnomalyScan;
import ai.artenic.optimizer.domain.cost.history.Days;
import java.time.Instant;

/// Finds the jobs of a period that cost more than jobs like them.
public final class FindAnomalies {
    private final SpentJobs jobs;

    public FindAnomalies(SpentJobs jobs) {
        this.jobs = jobs;
    }

    /// @param impactLeast EUR above the normal cost from which a job is told
    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the jobs cannot be reached
    public Anomalies find(Days days, double impactLeast) {
        Instant from = days.start();
        var scan = new AnomalyScan(from, impactLeast);
        new SpentPages(jobs, from.minus(AnomalyScan.BEFORE), days.end())
                .forEachRemaining(page -> page.forEach(scan::add));
        return scan.result();
    }
}
