package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.Promotions;
import ai.artenic.optimizer.domain.learning.Promotion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every memory of promotions promises.
public interface PromotionsContract {
    /// No promotions of the models of an empty registry.
    Promoting promoting();

    /// Promotions, and the registry whose models they are of.
    record Promoting(ModelRegistry registry, Promotions promotions) {}

    private static Promotion promotion(String version, int second) {
        return new Promotion(
                version,
                "passed the gate",
                Instant.parse("2026-11-05T00:00:00.000001Z").plusSeconds(second));
    }

    private static Promotions ofTwoModels(Promoting empty) {
        empty.registry().keep(Models.accepted("v1"));
        empty.registry().keep(Models.refused("v2"));
        return empty.promotions();
    }

    @Test
    default void before_the_first_promotion_nothing_serves() {
        assertEquals(List.of(), ofTwoModels(promoting()).newest(5));
    }

    @Test
    default void the_last_promoted_serves_even_if_it_served_before_or_a_clock_goes_back() {
        Promotions promotions = ofTwoModels(promoting());
        List<Promotion> all = List.of(promotion("v1", 5), promotion("v2", 6), promotion("v1", 2));
        all.forEach(promotions::promote);
        assertEquals(all.reversed(), promotions.newest(5));
        assertEquals(List.of(promotion("v1", 2)), promotions.newest(1));
    }

    @Test
    default void a_model_that_is_not_in_the_registry_is_not_promoted() {
        Promotions promotions = ofTwoModels(promoting());
        promotions.promote(promotion("v1", 1));
        var refusal = assertThrows(IllegalArgumentException.class, () -> promotions.promote(promotion("v3", 2)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("v3"), refusal.getMessage());
        assertEquals(List.of(promotion("v1", 1)), promotions.newest(5));
    }
}
