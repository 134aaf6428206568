package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.usecase.ImportAnswer.Halt;
import ai.artenic.optimizer.application.usecase.ImportAnswer.RejectedLine;
import ai.artenic.optimizer.domain.intake.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Counts what becomes of the lines of an import.
final class ImportTally {
    private final List<RejectedLine> rejected = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long rejectedTotal;

    void accept() {
        accepted++;
    }

    void repeat() {
        duplicates++;
    }

    void reject(long line, List<Violation> errors) {
        rejectedTotal++;
        if (rejected.size() < ImportAnswer.MOST_REJECTED + ImportOutcomes.BATCH) {
            rejected.add(new RejectedLine(line, errors));
        }
    }

    ImportAnswer answer(Optional<Halt> halt) {
        List<RejectedLine> first = rejected.stream()
                .sorted(Comparator.comparingLong(RejectedLine::line))
                .limit(ImportAnswer.MOST_REJECTED)
                .toList();
        return new ImportAnswer(accepted, duplicates, first, rejectedTotal, halt);
    }
}
