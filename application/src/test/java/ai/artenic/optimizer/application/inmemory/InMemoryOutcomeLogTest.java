package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.GroupRunsContract;
import ai.artenic.optimizer.application.contract.OutcomeLogContract;
import ai.artenic.optimizer.application.contract.OutcomeStore;
import ai.artenic.optimizer.application.contract.SampleStoreContract;
import ai.artenic.optimizer.application.contract.SpotExperienceContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryOutcomeLogTest
        implements OutcomeLogContract, SampleStoreContract, GroupRunsContract, SpotExperienceContract {
    private final AtomicLong seconds = new AtomicLong();

    @Override
    public OutcomeStore emptyStore() {
        var calibrations = new InMemoryCalibrationLog();
        var log = new InMemoryOutcomeLog(calibrations, () -> Instant.ofEpochSecond(seconds.getAndIncrement()));
        return new OutcomeStore(log, log, calibrations, log, log);
    }
}
