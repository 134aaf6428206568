package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.FollowedRecommendationsContract;
import java.time.InstantSource;
import java.util.List;

class InMemoryFollowedTest implements FollowedRecommendationsContract {
    @Override
    public Logs emptyLogs() {
        var outcomes = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), InstantSource.system());
        return new Logs(
                new InMemoryRecommendationLog(
                        id -> !outcomes.following(List.of(id)).isEmpty()),
                outcomes);
    }
}
