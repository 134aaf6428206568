package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.PlatformRecords;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.platform.PlatformJob;
import ai.artenic.optimizer.domain.platform.PlatformOutcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/// The outcomes of a platform's jobs, read a page at a time.
final class PlatformLines implements Iterator<ReportedLine> {
    private static final int PAGE = ImportOutcomes.BATCH;

    private final PlatformRecords platform;
    private final Instant now;
    private final Consumer<String> pages;
    private final Queue<ReportedLine> ready = new ArrayDeque<>();
    private Optional<String> last;
    private boolean isAtEnd;
    private long jobs;
    private long unfinished;

    PlatformLines(PlatformRecords platform, Instant now, Optional<String> after, Consumer<String> pages) {
        this.platform = platform;
        this.now = now;
        this.last = after;
        this.pages = pages;
    }

    long jobs() {
        return jobs;
    }

    long unfinished() {
        return unfinished;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !isAtEnd) {
            readPage();
        }
        return !ready.isEmpty();
    }

    @Override
    public ReportedLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void readPage() {
        List<PlatformJob> page = platform.jobs(last, PAGE);
        isAtEnd = page.isEmpty();
        for (PlatformJob job : page) {
            jobs++;
            Optional<Intake<Outcome>> outcome = PlatformOutcome.of(job, now);
            outcome.ifPresent(read -> ready.add(new ReportedLine(jobs, read)));
            unfinished += outcome.isEmpty() ? 1 : 0;
        }
        if (!isAtEnd) {
            last = Optional.of(page.getLast().id());
            pages.accept(page.getLast().id());
        }
    }
}
