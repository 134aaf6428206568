package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.RecommendationBasesContract;
import ai.artenic.optimizer.application.contract.RecommendationLogContract;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.RecommendationLog;

class EmbeddedRecommendationLogTest implements RecommendationLogContract, RecommendationBasesContract {
    @Override
    public RecommendationLog log() {
        Workbench.clear();
        return Workbench.storage().recommendationLog();
    }

    @Override
    public GivenAdvice given() {
        return Workbench.storage().givenAdvice();
    }
}
