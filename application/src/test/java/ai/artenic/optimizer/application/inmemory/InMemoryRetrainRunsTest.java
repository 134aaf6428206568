package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.RetrainRunsContract;
import ai.artenic.optimizer.application.port.RetrainRuns;

class InMemoryRetrainRunsTest implements RetrainRunsContract {
    @Override
    public RetrainRuns runs() {
        return new InMemoryRetrainRuns(() -> LATER);
    }
}
