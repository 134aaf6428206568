package ai.artenic.optimizer.application.inmemory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.application.contract.RecommendationBasesContract;
import ai.artenic.optimizer.application.contract.RecommendationLogContract;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest implements RecommendationLogContract, RecommendationBasesContract {
    private InMemoryRecommendationLog log = new InMemoryRecommendationLog();

    @Override
    public RecommendationLog log() {
        log = new InMemoryRecommendationLog();
        return log;
    }

    @Override
    public GivenAdvice given() {
        return log;
    }

    @Test
    void the_memory_store_is_always_healthy() {
        assertEquals("memory", new InMemoryStoreHealth().kind());
        assertEquals(Optional.empty(), new InMemoryStoreHealth().fault());
    }

    @Test
    void a_page_has_one_to_five_hundred_items() {
        for (int limit : new int[] {0, 501}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new HistoryQuery(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            limit));
        }
    }
}
