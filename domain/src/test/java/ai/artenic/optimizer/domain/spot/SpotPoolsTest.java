package ai.artenic.optimizer.domain.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotPoolsTest {
    private static final SpotEvidence NOTHING = SpotEvidence.NONE;

    private static GammaPosterior belief(SpotEvidence elsewhere, SpotEvidence here) {
        return new SpotPools(elsewhere, NOTHING, here).hazard(Hazard.GPU_PRIOR);
    }

    @Test
    void where_nothing_was_seen_the_belief_is_what_is_likely_to_the_last_bit() {
        assertEquals(0.1, SpotPools.NONE.hazard(Hazard.GPU_PRIOR).mean());
        assertEquals(0.02, SpotPools.NONE.hazard(Hazard.CPU_PRIOR).mean());
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 1e3, 1e5, 1e8})
    void what_is_seen_here_weighs_against_a_day_however_long_other_pools_were_calm(double calmHours) {
        // 2.4 expected in 24 h, none in so many more: the mean here begins at 2.4 / (24 + calm hours).
        double begins = 2.4 / (24 + calmHours);
        GammaPosterior belief = belief(new SpotEvidence(0, calmHours), new SpotEvidence(20, 10));
        assertEquals((20 + 24 * begins) / (10 + 24), belief.mean(), 1e-12);
        assertTrue(belief.quantile(0.1) > 0.4, "twenty in ten hours are no calm pool: " + belief);
    }

    @Test
    void where_nothing_was_seen_here_a_calm_provider_is_believed_and_not_taken_for_never() {
        GammaPosterior belief = belief(new SpotEvidence(0, 1e5), NOTHING);
        assertEquals(2.4 / (24 + 1e5), belief.mean(), 1e-12);
        assertEquals(0.5, belief.events(), 1e-12);
        assertTrue(belief.quantile(0.9) > 2 * belief.mean());
    }

    @Test
    void calm_hours_here_lower_a_belief_that_is_low_already() {
        GammaPosterior before = belief(new SpotEvidence(0, 1e3), NOTHING);
        GammaPosterior after = belief(new SpotEvidence(0, 1e3), new SpotEvidence(0, 24));
        assertEquals(before.mean() / 2, after.mean(), 1e-12);
        assertTrue(after.quantile(0.9) < before.quantile(0.9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void more_evidence_of_the_same_rate_tightens_the_belief(long seed) {
        double rate = Math.pow(10, new SplittableRandom(seed).nextDouble() * 3 - 2);
        double width = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 8; i++) {
            var here = new SpotEvidence(rate * 50 * i, 50.0 * i);
            GammaPosterior belief = new SpotPools(NOTHING, NOTHING, here).hazard(new Hazard(rate));
            double now = belief.quantile(0.9) - belief.quantile(0.1);
            assertTrue(now < width, i + ": " + now + " after " + width);
            assertEquals(rate, belief.mean(), 1e-9 * rate);
            width = now;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 10, 1e3, 1e6})
    void each_preemption_more_raises_all_of_the_belief(double calmHours) {
        GammaPosterior before = belief(new SpotEvidence(0, calmHours), new SpotEvidence(0, 50));
        for (int preemptions = 1; preemptions < 12; preemptions++) {
            GammaPosterior now = belief(new SpotEvidence(0, calmHours), new SpotEvidence(preemptions, 50));
            assertTrue(now.mean() > before.mean());
            assertTrue(now.quantile(0.1) > before.quantile(0.1));
            assertTrue(now.quantile(0.9) > before.quantile(0.9));
            before = now;
        }
    }
}
