package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.workload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Gives the jobs whose money is spent, one by one. Whatever the [OutcomeLog] of the same store has kept is among them.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface SpentJobs {
    /// The next jobs that count as spent within a period, in the order in which they do, then by id. However far on in
    /// the period, a page costs the same.
    ///
    /// @param from inclusive
    /// @param to exclusive
    /// @param after the last job of the page before; empty for the first page
    /// @param most at least 1; a page with less is the last
    List<SpentJob> next(Instant from, Instant to, Optional<SpentJob> after, int most);

    /// What was trained by each of these jobs, in their order.
    List<Workload> workloads(List<SpentJob> jobs);
}
