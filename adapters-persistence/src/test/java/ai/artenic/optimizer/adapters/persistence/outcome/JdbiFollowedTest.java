package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.FollowedRecommendationsContract;

class JdbiFollowedTest implements FollowedRecommendationsContract {
    @Override
    public Logs emptyLogs() {
        Workbench.clear();
        Storage storage = Workbench.storage();
        return new Logs(storage.recommendationLog(), storage.outcomeLog());
    }
}
