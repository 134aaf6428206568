package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.history.Days;
import java.util.Iterator;
import java.util.List;

/// Gives every job whose money was spent within a period, however many there are.
public final class ExportSpending {
    private final SpentJobs jobs;

    public ExportSpending(SpentJobs jobs) {
        this.jobs = jobs;
    }

    /// The jobs in the order in which they ended, page by page. The first page is read now, so that it is
    /// known at once if the store is away; the others when they are looked for. A job that is reported
    /// meanwhile may be among them or not; none comes twice.
    ///
    /// @return fails as this method does where a later page cannot be read
    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the jobs cannot be reached
    public Iterator<List<SpentJob>> export(Days days) {
        return new SpentPages(jobs, days.start(), days.end());
    }
}
