package ai.artenic.optimizer.domain.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotExposureTest {
    private static final Provider AWS = new Provider("aws");
    private static final Map<String, SpotEvidence> SEEN =
            Map.of("g5", new SpotEvidence(30, 60), "g6", new SpotEvidence(0, 400), "p5", new SpotEvidence(2, 10));

    private static double hazard(SpotExposure exposure, String... types) {
        return exposure.hazard(AWS, List.of(types), Hazard.GPU_PRIOR).perHour();
    }

    @Test
    void a_provider_of_which_nothing_was_seen_is_believed_to_be_as_others() {
        assertEquals(Hazard.GPU_PRIOR.perHour(), hazard(SpotExposure.NONE, "g5"));
        var elsewhere = SpotExposure.of(Map.of(new Provider("gcp"), SEEN), 9);
        assertEquals(Hazard.GPU_PRIOR.perHour(), hazard(elsewhere, "g5"));
    }

    @Test
    void the_hazard_is_the_mean_that_spot_advice_is_given_by() {
        SpotExposure exposure = SpotExposure.of(Map.of(AWS, SEEN), 9);
        var pools = new SpotPools(new SpotEvidence(2, 410), SpotEvidence.NONE, new SpotEvidence(30, 60));
        assertEquals(pools.hazard(Hazard.GPU_PRIOR).mean(), hazard(exposure, "g5"), 1e-12);
        assertTrue(hazard(exposure, "g5") > 0.2, "it was taken back every second hour");
        assertTrue(hazard(exposure, "g6") < 0.03, "it was never taken back");
    }

    @Test
    void names_of_one_machine_count_together() {
        SpotExposure exposure = SpotExposure.of(Map.of(AWS, SEEN), 9);
        var pools = new SpotPools(new SpotEvidence(2, 10), SpotEvidence.NONE, new SpotEvidence(30, 460));
        assertEquals(pools.hazard(Hazard.GPU_PRIOR).mean(), hazard(exposure, "g5", "g6"), 1e-12);
    }

    @Test
    void a_type_that_is_not_told_apart_still_counts_for_the_others() {
        SpotExposure longest = SpotExposure.of(Map.of(AWS, SEEN), 2);
        var pools = new SpotPools(new SpotEvidence(32, 470), SpotEvidence.NONE, SpotEvidence.NONE);
        assertEquals(pools.hazard(Hazard.GPU_PRIOR).mean(), hazard(longest, "p5"), 1e-12);
        assertEquals(hazard(SpotExposure.of(Map.of(AWS, SEEN), 9), "g5"), hazard(longest, "g5"));
    }
}
