package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The jobs of a period, page by page: one is held in memory, the next is read when it is looked for.
final class SpentPages implements Iterator<List<SpentJob>> {
    private static final int SIZE = 1000;

    private final SpentJobs jobs;
    private final Instant from;
    private final Instant to;
    private List<SpentJob> page;
    private boolean isGiven;

    /// Reads the first page.
    ///
    /// @param to exclusive
    SpentPages(SpentJobs jobs, Instant from, Instant to) {
        this.jobs = jobs;
        this.from = from;
        this.to = to;
        page = jobs.next(from, to, Optional.empty(), SIZE);
    }

    @Override
    public boolean hasNext() {
        if (isGiven) {
            page = page.size() < SIZE ? List.of() : jobs.next(from, to, Optional.of(page.getLast()), SIZE);
            isGiven = false;
        }
        return !page.isEmpty();
    }

    @Override
    public List<SpentJob> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The last page is given");
        }
        isGiven = true;
        return page;
    }
}
