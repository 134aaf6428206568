package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.GroupRunsContract;
import ai.artenic.optimizer.application.contract.OutcomeLogContract;
import ai.artenic.optimizer.application.contract.OutcomeStore;
import ai.artenic.optimizer.application.contract.SampleStoreContract;
import ai.artenic.optimizer.application.contract.SpotExperienceContract;

class JdbiOutcomeLogTest implements OutcomeLogContract, SampleStoreContract, GroupRunsContract, SpotExperienceContract {
    @Override
    public OutcomeStore emptyStore() {
        Workbench.clear();
        Storage storage = Workbench.storage();
        return new OutcomeStore(
                storage.outcomeLog(),
                storage.sampleStore(),
                storage.calibrationLog(),
                storage.groupRuns(),
                storage.spotExperience());
    }
}
