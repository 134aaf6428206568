package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.PlatformRecords;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps the outcomes of an Artenic platform's jobs. It may be done again, and goes on from any job.
public final class ImportPlatform {
    private final PlatformRecords platform;
    private final ImportOutcomes importing;
    private final InstantSource clock;

    public ImportPlatform(PlatformRecords platform, ImportOutcomes importing, InstantSource clock) {
        this.platform = platform;
        this.importing = importing;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param jobs that were looked at
    /// @param unfinished of these, jobs that have no outcome yet
    /// @param outcomes what became of the others; its lines are jobs in the order of the platform
    public record Answer(long jobs, long unfinished, ImportAnswer outcomes) {}

    /// Imports the jobs that come after this one.
    ///
    /// @param after id of a job; empty for all
    /// @param page told the id of the last job of each page that was read; the last two pages need not be kept yet
    public Answer run(Optional<String> after, Consumer<String> page) {
        var lines = new PlatformLines(platform, clock.instant(), after, page);
        ImportAnswer outcomes = importing.run(lines);
        return new Answer(lines.jobs(), lines.unfinished(), outcomes);
    }
}
