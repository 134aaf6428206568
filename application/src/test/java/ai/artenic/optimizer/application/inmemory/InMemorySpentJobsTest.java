package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.SpentJobsContract;
import java.time.Instant;

class InMemorySpentJobsTest implements SpentJobsContract {
    @Override
    public Spent emptySpent() {
        var log = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), () -> Instant.parse("2026-11-05T01:00:00Z"));
        return new Spent(log, new InMemorySpentJobs(log));
    }
}
