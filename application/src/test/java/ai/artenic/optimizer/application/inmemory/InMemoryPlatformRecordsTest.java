package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.PlatformRecordsContract;
import ai.artenic.optimizer.application.port.PlatformRecords;
import ai.artenic.optimizer.domain.platform.PlatformJob;
import java.util.List;

class InMemoryPlatformRecordsTest implements PlatformRecordsContract {
    @Override
    public PlatformRecords platform(List<PlatformJob> jobs) {
        return new InMemoryPlatformRecords(jobs);
    }
}
