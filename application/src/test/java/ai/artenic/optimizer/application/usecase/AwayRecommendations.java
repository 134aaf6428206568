package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/// Recommendations of a store that does not answer.
final class AwayRecommendations implements GivenAdvice {
    @Override
    public List<Optional<Advice>> advice(List<Followed> jobs) {
        throw away();
    }

    @Override
    public List<Optional<Choices>> choices(List<Placed> jobs) {
        throw away();
    }

    private static StoreUnavailableException away() {
        return new StoreUnavailableException("away", new IllegalStateException("away"));
    }
}
