package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.workload.Workload;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Spent jobs that count the pages that were read; the store can be taken away after so many.
final class TestSpentJobs implements SpentJobs {
    final AtomicInteger pages = new AtomicInteger();
    /// Whether the first page comes again and again.
    volatile boolean isEndless;

    private volatile int pagesBeforeAway = Integer.MAX_VALUE;
    volatile RuntimeException failure =
            new StoreUnavailableException("connection refused", new IOException("connection refused"));
    private final SpentJobs kept;

    TestSpentJobs(SpentJobs kept) {
        this.kept = kept;
    }

    void awayAfter(int more) {
        pages.set(0);
        pagesBeforeAway = more;
    }

    @Override
    public List<SpentJob> next(Instant from, Instant to, Optional<SpentJob> after, int most) {
        if (pages.incrementAndGet() > pagesBeforeAway) {
            throw failure;
        }
        return kept.next(from, to, isEndless ? Optional.empty() : after, most);
    }

    @Override
    public List<Workload> workloads(List<SpentJob> jobs) {
        return kept.workloads(jobs);
    }
}
