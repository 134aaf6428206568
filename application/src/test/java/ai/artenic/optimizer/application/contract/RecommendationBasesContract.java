package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.port.BasisFound;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every recommendation log promises of what recommendations rest on.
public interface RecommendationBasesContract {
    /// An empty log.
    RecommendationLog log();

    @Test
    default void what_a_recommendation_rests_on_comes_back_to_the_last_bit() {
        RecommendationLog log = log();
        for (long seed = 0; seed < 20; seed++) {
            log.keep(Recommendations.seeded(seed), Bases.seeded(seed));
        }
        for (long seed = 0; seed < 20; seed++) {
            assertEquals(
                    new BasisFound.Known(Bases.seeded(seed)),
                    log.basis(Recommendations.seeded(seed).id()),
                    "seed " + seed);
        }
    }

    @Test
    default void a_basis_at_the_ends_of_its_ranges_comes_back_as_it_was() {
        RecommendationLog log = log();
        log.keep(Recommendations.seeded(1), Bases.extreme());
        assertEquals(
                new BasisFound.Known(Bases.extreme()),
                log.basis(Recommendations.seeded(1).id()));
    }

    @Test
    default void what_was_never_kept_rests_on_nothing() {
        assertEquals(new BasisFound.Absent(), log().basis(new UUID(1, 2)));
    }

    @Test
    default void what_a_refused_recommendation_rests_on_is_not_kept_either() {
        RecommendationLog log = log();
        Instant moment = Instant.parse("2026-11-05T00:00:00Z");
        Recommendation first = Recommendations.of(1, Optional.of("job"), moment);
        Recommendation second = Recommendations.of(2, Optional.of("job"), moment);
        log.keep(first, Bases.seeded(1));
        log.keep(second, Bases.seeded(2));
        assertEquals(new BasisFound.Known(Bases.seeded(1)), log.basis(first.id()));
        assertEquals(new BasisFound.Absent(), log.basis(second.id()));
    }
}
