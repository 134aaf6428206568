package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.domain.outcome.Outcome;
import java.util.List;

/// Keeps what became of a training job, with what it teaches.
public final class RecordOutcome {
    private final AssessOutcome assessing;
    private final OutcomeLog log;
    private final AfterOutcomes after;

    public RecordOutcome(AssessOutcome assessing, OutcomeLog log, AfterOutcomes after) {
        this.assessing = assessing;
        this.log = log;
        this.after = after;
    }

    /// The answer; durably kept, unless it is refused, once this returns.
    public RecordAnswer record(Outcome outcome) {
        return switch (assessing.assess(List.of(outcome)).getFirst()) {
            case AssessOutcome.Answer.UnknownRecommendation(var id) -> new RecordAnswer.UnknownRecommendation(id);
            case AssessOutcome.Answer.Assessed(var assessed) ->
                switch (log.keep(List.of(assessed)).getFirst()) {
                    case Kept.Stored(var kept) -> new RecordAnswer.Recorded(kept, after.decide());
                    case Kept.Same(var kept) -> new RecordAnswer.Unchanged(kept, after.decide());
                    case Kept.Conflicting(var kept) -> new RecordAnswer.Conflict(kept, outcome);
                };
        };
    }
}
