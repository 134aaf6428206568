package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.SpendingHistoryContract;
import java.time.Instant;

class InMemorySpendingHistoryTest implements SpendingHistoryContract {
    @Override
    public Spending emptySpending() {
        var log = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), () -> Instant.parse("2026-11-05T01:00:00Z"));
        return new Spending(log, new InMemorySpendingHistory(log));
    }
}
