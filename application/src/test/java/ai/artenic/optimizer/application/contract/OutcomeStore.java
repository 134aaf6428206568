package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.GroupRuns;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.port.SpotExperience;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.util.List;

/// The ports of one store through which outcomes go in and what they teach comes out.
public record OutcomeStore(
        OutcomeLog log, SampleStore samples, CalibrationLog calibrations, GroupRuns runs, SpotExperience spot) {
    /// Keeps one outcome.
    public Kept keep(AssessedOutcome outcome) {
        return log.keep(List.of(outcome)).getFirst();
    }

    /// Keeps one outcome, and tells what is then kept of the job.
    public KeptOutcome kept(AssessedOutcome outcome) {
        return keep(outcome).outcome();
    }
}
