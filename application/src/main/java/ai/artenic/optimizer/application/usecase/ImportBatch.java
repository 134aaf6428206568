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

/// Keeps one batch of an import, in as few turns to the store as it takes.
final class ImportBatch {
    private final AssessOutcome assessing;
    private final OutcomeLog log;
    private final ImportTally tally;

    private record Read(long line, Outcome outcome) {}

    private record Ready(long line, AssessedOutcome outcome) {}

    ImportBatch(AssessOutcome assessing, OutcomeLog log, ImportTally tally) {
        this.assessing = assessing;
        this.log = log;
        this.tally = tally;
    }

    /// @throws StoreUnavailableException if the store is away; then none, some or all of the lines are kept
    void keep(List<ReportedLine> lines) {
        var read = new ArrayList<Read>();
        for (ReportedLine line : lines) {
            switch (line.intake()) {
                case Intake.Refused<Outcome>(var violations) -> tally.reject(line.number(), violations);
                case Intake.Accepted<Outcome>(Outcome outcome) -> read.add(new Read(line.number(), outcome));
            }
        }
        store(assessed(read));
    }

    private List<Ready> assessed(List<Read> read) {
        List<AssessOutcome.Answer> answers =
                assessing.assess(read.stream().map(Read::outcome).toList());
        var ready = new ArrayList<Ready>();
        for (int i = 0; i < answers.size(); i++) {
            long line = read.get(i).line();
            switch (answers.get(i)) {
                case AssessOutcome.Answer.Assessed(var outcome) -> ready.add(new Ready(line, outcome));
                case AssessOutcome.Answer.UnknownRecommendation(var id) ->
                    reject(line, "/recommendation_id", "names no recommendation that is kept: " + id);
            }
        }
        return ready;
    }

    /// What the store fails on for one of many is halved until that one is found.
    private void store(List<Ready> ready) {
        if (ready.isEmpty()) {
            return;
        }
        List<Kept> kept;
        try {
            kept = log.keep(ready.stream().map(Ready::outcome).toList());
        } catch (StoreUnavailableException away) {
            throw away;
        } catch (RuntimeException failure) {
            separate(ready);
            return;
        }
        for (int i = 0; i < kept.size(); i++) {
            count(ready.get(i).line(), kept.get(i));
        }
    }

    private void separate(List<Ready> ready) {
        if (ready.size() == 1) {
            reject(ready.getFirst().line(), "", "could not be kept: the store failed on it");
            return;
        }
        int half = ready.size() / 2;
        store(ready.subList(0, half));
        store(ready.subList(half, ready.size()));
    }

    private void count(long line, Kept kept) {
        switch (kept) {
            case Kept.Stored _ -> tally.accept();
            case Kept.Same _ -> tally.repeat();
            case Kept.Conflicting _ -> reject(line, "/job_id", "has another outcome already, which stays");
        }
    }

    private void reject(long line, String pointer, String message) {
        tally.reject(line, List.of(new Violation(pointer, message)));
    }
}
