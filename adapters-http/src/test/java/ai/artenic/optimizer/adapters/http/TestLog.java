package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.port.BasisFound;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A store in memory that can be taken away, broken or held up in the middle of a test.
final class TestLog implements RecommendationLog, GivenAdvice, StoreHealth {
    private final InMemoryRecommendationLog kept;
    volatile boolean away;
    volatile boolean broken;
    volatile boolean basisGone;
    volatile Runnable beforeKeep = () -> {};

    TestLog(OutcomeLog outcomes) {
        kept = new InMemoryRecommendationLog(
                id -> !outcomes.following(List.of(id)).isEmpty());
    }

    @Override
    public Kept keep(Recommendation recommendation, Basis basis) {
        beforeKeep.run();
        refuseIfAway();
        return kept.keep(recommendation, basis);
    }

    @Override
    public List<Optional<Advice>> advice(List<Followed> jobs) {
        refuseIfAway();
        return kept.advice(jobs);
    }

    @Override
    public List<Optional<Choices>> choices(List<Placed> jobs) {
        refuseIfAway();
        return kept.choices(jobs);
    }

    @Override
    public Optional<Recommendation> find(UUID id) {
        refuseIfAway();
        return kept.find(id);
    }

    @Override
    public BasisFound basis(UUID id) {
        refuseIfAway();
        return basisGone ? new BasisFound.Absent() : kept.basis(id);
    }

    @Override
    public HistoryPage page(HistoryQuery query) {
        refuseIfAway();
        return kept.page(query);
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public Optional<String> fault() {
        return away ? Optional.of("connection refused") : Optional.empty();
    }

    private void refuseIfAway() {
        if (away) {
            throw new StoreUnavailableException("connection refused", new IOException("connection refused"));
        }
        if (broken) {
            throw new IllegalStateException("secret-table has no column secret-column");
        }
    }
}
