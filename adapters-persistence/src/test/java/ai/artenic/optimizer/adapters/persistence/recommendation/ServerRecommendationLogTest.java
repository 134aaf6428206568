package ai.artenic.optimizer.adapters.persistence.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.RecommendationBasesContract;
import ai.artenic.optimizer.application.contract.RecommendationLogContract;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.RecommendationLog;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServerRecommendationLogTest implements RecommendationLogContract, RecommendationBasesContract {
    private static Storage storage;

    @BeforeAll
    static void open() throws StorageOpeningException {
        Workbench.storage();
        storage = Storage.open(Workbench.asServer(Pool.DEFAULT));
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @Override
    public RecommendationLog log() {
        Workbench.clear();
        return storage.recommendationLog();
    }

    @Override
    public GivenAdvice given() {
        return storage.givenAdvice();
    }

    @Test
    void a_server_of_somebody_else_is_not_called_embedded() {
        assertEquals("postgresql", storage.health().kind());
        assertEquals(Optional.empty(), storage.health().fault());
        assertEquals(Optional.empty(), storage.embeddedServerPid());
    }
}
