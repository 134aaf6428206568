package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.ImportAnswer.Halt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Keeps many outcomes, in batches: while one is written, the next is read and assessed. A line that cannot be kept
/// never loses another; a file that was imported before, or in part, may be imported again.
public final class ImportOutcomes {
    static final int BATCH = 1_000;

    private final AssessOutcome assessing;
    private final OutcomeLog log;
    private final AfterOutcomes after;
    private final Executor writing;

    /// @param writing runs what writes a batch, beside the caller or in its place; at most one at a time
    public ImportOutcomes(AssessOutcome assessing, OutcomeLog log, AfterOutcomes after, Executor writing) {
        this.writing = writing;
        this.assessing = assessing;
        this.log = log;
        this.after = after;
    }

    /// Reads the lines to their end, or until the store goes away. Holds no more than two batches of them.
    public ImportAnswer run(Iterator<ReportedLine> lines) {
        var tally = new ImportTally();
        Optional<Halt> halt = keepAll(lines, tally);
        if (halt.isEmpty()) {
            after.decide();
        }
        return tally.answer(halt);
    }

    private Optional<Halt> keepAll(Iterator<ReportedLine> lines, ImportTally tally) {
        var written = CompletableFuture.completedFuture(Optional.<Halt>empty());
        try {
            while (lines.hasNext()) {
                Supplier<Optional<Halt>> keeping = prepare(next(lines), tally);
                Optional<Halt> halt = outcome(written);
                if (halt.isPresent()) {
                    return halt;
                }
                written = CompletableFuture.supplyAsync(keeping, writing);
            }
            return outcome(written);
        } finally {
            written.handle((halt, bug) -> halt).join(); // nothing is written any more when this returns
        }
    }

    private static List<ReportedLine> next(Iterator<ReportedLine> lines) {
        var batch = new ArrayList<ReportedLine>();
        while (batch.size() < BATCH && lines.hasNext()) {
            batch.add(lines.next());
        }
        return batch;
    }

    /// What is left to do with the lines once those before them are kept.
    private Supplier<Optional<Halt>> prepare(List<ReportedLine> lines, ImportTally tally) {
        try {
            var batch = new ImportBatch(assessing, log, lines);
            return () -> keep(batch, tally);
        } catch (StoreUnavailableException e) {
            Halt halt = halt(lines.getFirst().number(), e);
            return () -> Optional.of(halt);
        }
    }

    private static Optional<Halt> keep(ImportBatch batch, ImportTally tally) {
        try {
            batch.keep(tally);
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of(halt(batch.firstLine(), e));
        }
    }

    private static Halt halt(long line, StoreUnavailableException away) {
        return new Halt(line, String.valueOf(away.getMessage()));
    }

    private static Optional<Halt> outcome(CompletableFuture<Optional<Halt>> written) {
        try {
            return written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : e;
        }
    }
}
