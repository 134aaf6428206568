package ai.artenic.optimizer.adapters.persistence.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.GivenAdviceContract;
import ai.artenic.optimizer.application.contract.RecommendationBasesContract;
import ai.artenic.optimizer.application.contract.RecommendationLogContract;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.GivenAdvice.Advice;
import ai.artenic.optimizer.application.port.GivenAdvice.Followed;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerRecommendationLogTest implements RecommendationLogContract, RecommendationBasesContract {
    private static Storage storage;

    private Storage newcomer;

    @BeforeAll
    static void open() throws StorageOpeningException {
        Workbench.storage();
        storage = Storage.open(Workbench.asServer(Pool.DEFAULT));
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @BeforeEach
    void join() throws StorageOpeningException {
        newcomer = Storage.open(Workbench.asServer(Pool.DEFAULT));
    }

    @AfterEach
    void leave() {
        newcomer.close();
    }

    @Override
    public RecommendationLog log() {
        Workbench.clear();
        return storage.recommendationLog();
    }

    /// Of a replica that gave no advice itself, and has to read what this one kept.
    @Override
    public GivenAdvice given() {
        return newcomer.givenAdvice();
    }

    @Test
    void advice_of_this_replica_and_of_others_is_told_in_the_order_of_the_jobs() {
        RecommendationLog here = log();
        RecommendationLog elsewhere = newcomer.recommendationLog();
        var jobs = new ArrayList<Followed>();
        for (long seed = 0; seed < 20; seed++) {
            Recommendation recommendation = Recommendations.seeded(seed);
            (seed % 3 == 0 ? here : elsewhere).keep(recommendation, Bases.PLAIN);
            jobs.add(new Followed(
                    recommendation.id(),
                    GivenAdviceContract.run(recommendation.recommendations().getFirst())));
            jobs.add(new Followed(new UUID(0, seed), jobs.getLast().run()));
        }
        List<Optional<Advice>> told = storage.givenAdvice().advice(jobs);
        assertEquals(given().advice(jobs), told);
        for (int i = 0; i < jobs.size(); i++) {
            assertEquals(i % 2 == 0, told.get(i).isPresent());
        }
    }

    @Test
    void a_server_of_somebody_else_is_not_called_embedded() {
        assertEquals("postgresql", storage.health().kind());
        assertEquals(Optional.empty(), storage.health().fault());
        assertEquals(Optional.empty(), storage.embeddedServerPid());
    }
}
