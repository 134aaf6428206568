package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;

/// One batch of an import, assessed when it is made and kept in as few turns to the store as it takes.
final class ImportBatch {
    private final OutcomeLog log;
    private final long firstLine;
    private final List<Ready> ready = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private record Read(long line, Outcome outcome) {}

    private record Ready(long line, AssessedOutcome outcome) {}

    private record Refused(long line, List<Violation> errors) {}

    /// @param lines at least one
    /// @throws StoreUnavailableException if the store is away
    ImportBatch(AssessOutcome assessing, OutcomeLog log, List<ReportedLine> lines) {
        this.log = log;
        this.firstLine = lines.getFirst().number();
        var read = new ArrayList<Read>();
        for (ReportedLine line : lines) {
            switch (line.intake()) {
                case Intake.Refused<Outcome>(var violations) -> refused.add(new Refused(line.number(), violations));
                case Intake.Accepted<Outcome>(Outcome outcome) -> read.add(new Read(line.number(), outcome));
            }
        }
        List<AssessOutcome.Answer> answers =
                assessing.assess(read.stream().map(Read::outcome).toList());
        for (int i = 0; i < answers.size(); i++) {
            sort(read.get(i).line(), answers.get(i));
        }
    }

    private void sort(long line, AssessOutcome.Answer answer) {
        switch (answer) {
            case AssessOutcome.Answer.Assessed(var outcome) -> ready.add(new Ready(line, outcome));
            case AssessOutcome.Answer.UnknownRecommendation(var id) ->
                refused.add(new Refused(
                        line,
                        List.of(new Violation("/recommendation_id", "names no recommendation that is kept: " + id))));
        }
    }

    long firstLine() {
        return firstLine;
    }

    /// @throws StoreUnavailableException if the store is away; then none, some or all of the lines are kept
    void keep(ImportTally tally) {
        refused.forEach(line -> tally.reject(line.line(), line.errors()));
        store(ready, tally);
    }

    /// What the store fails on for one of many is halved until that one is found.
    private void store(List<Ready> lines, ImportTally tally) {
        if (lines.isEmpty()) {
            return;
        }
        List<Kept> kept;
        try {
            kept = log.keep(lines.stream().map(Ready::outcome).toList());
        } catch (StoreUnavailableException away) {
            throw away;
        } catch (RuntimeException failure) {
            separate(lines, tally);
            return;
        }
        for (int i = 0; i < kept.size(); i++) {
            count(lines.get(i).line(), kept.get(i), tally);
        }
    }

    private void separate(List<Ready> lines, ImportTally tally) {
        if (lines.size() == 1) {
            reject(lines.getFirst().line(), "", "could not be kept: the store failed on it", tally);
            return;
        }
        int half = lines.size() / 2;
        store(lines.subList(0, half), tally);
        store(lines.subList(half, lines.size()), tally);
    }

    private static void count(long line, Kept kept, ImportTally tally) {
        switch (kept) {
            case Kept.Stored _ -> tally.accept();
            case Kept.Same _ -> tally.repeat();
            case Kept.Conflicting _ -> reject(line, "/job_id", "has another outcome already, which stays", tally);
        }
    }

    private static void reject(long line, String pointer, String message, ImportTally tally) {
        tally.reject(line, List.of(new Violation(pointer, message)));
    }
}
