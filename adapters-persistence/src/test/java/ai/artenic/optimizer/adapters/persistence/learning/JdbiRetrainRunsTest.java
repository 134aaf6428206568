package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.RetrainRunsContract;
import ai.artenic.optimizer.application.port.RetrainRuns;

class JdbiRetrainRunsTest implements RetrainRunsContract {
    @Override
    public RetrainRuns runs() {
        Workbench.clear();
        return Workbench.storage().retrainRuns();
    }
}
