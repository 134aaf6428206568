package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.ImportAnswer.Halt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Keeps many outcomes, in batches. A line that cannot be kept never loses another; a file that was imported before, or
/// in part, may be imported again.
public final class ImportOutcomes {
    static final int BATCH = 1_000;

    private final AssessOutcome assessing;
    private final OutcomeLog log;
    private final AfterOutcomes after;

    public ImportOutcomes(AssessOutcome assessing, OutcomeLog log, AfterOutcomes after) {
        this.assessing = assessing;
        this.log = log;
        this.after = after;
    }

    /// Reads the lines to their end, or until the store goes away. Holds no more than a batch of them.
    public ImportAnswer run(Iterator<ReportedLine> lines) {
        var tally = new ImportTally();
        var batch = new ArrayList<ReportedLine>();
        while (lines.hasNext()) {
            batch.add(lines.next());
            if (batch.size() == BATCH || !lines.hasNext()) {
                Optional<Halt> halt = keep(batch, tally);
                if (halt.isPresent()) {
                    return tally.answer(halt);
                }
                batch.clear();
            }
        }
        after.decide();
        return tally.answer(Optional.empty());
    }

    private Optional<Halt> keep(List<ReportedLine> batch, ImportTally tally) {
        try {
            new ImportBatch(assessing, log, tally).keep(batch);
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of(new Halt(batch.getFirst().number(), String.valueOf(e.getMessage())));
        }
    }
}
