package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.spot.Hazard;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.spot.SpotOverhead;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotRankingTest {
    /// Alike but for the provider.
    private static final List<Offer> TWO =
            List.of(Offers.gpu("aws", "a", Gpus.A100, 1, 3, 1), Offers.gpu("gcp", "g", Gpus.A100, 1, 3, 1.01));

    private static Knowledge seen(String provider, String type, double preemptions, double hours) {
        var exposure =
                SpotExposure.of(Map.of(new Provider(provider), Map.of(type, new SpotEvidence(preemptions, hours))), 10);
        return new Knowledge(Calibration.NONE, GroupExperience.NONE, exposure, new Scoring.ByRule());
    }

    private static InstanceRecommendation first(List<Offer> offers, Knowledge knowledge) {
        return Questions.ranked(offers, Questions.all(Workloads.lora7b()), knowledge)
                .getFirst();
    }

    @Test
    void spot_nodes_that_own_jobs_lost_often_fall_behind_others_that_cost_a_little_more() {
        assertEquals("a", first(TWO, Knowledge.NONE).offer().id().instanceType());
        assertEquals("g", first(TWO, seen("aws", "a", 60, 100)).offer().id().instanceType());
        assertEquals("a", first(TWO, seen("gcp", "g", 60, 100)).offer().id().instanceType());
    }

    @Test
    void the_hours_of_a_spot_candidate_are_those_of_the_believed_hazard() {
        Knowledge knowledge = seen("aws", "a", 0, 10_000);
        Hazard believed = knowledge.exposure().hazard(new Provider("aws"), List.of("a"), Hazard.GPU_PRIOR);
        InstanceRecommendation calm = first(TWO, knowledge);
        InstanceRecommendation onDemand = Questions.ranked(TWO, Questions.all(Workloads.lora7b()), knowledge).stream()
                .filter(each -> !each.isSpot() && each.offer().equals(calm.offer()))
                .findFirst()
                .orElseThrow();
        double running = onDemand.estimatedHours().expected().value();
        double factor = SpotOverhead.of(Workloads.lora7b().resumption()).factor(running, believed);
        assertTrue(calm.isSpot());
        assertEquals(running * factor, calm.estimatedHours().expected().value(), 1e-9 * running);
        assertNotEquals(
                first(TWO, Knowledge.NONE).estimatedHours().expected(),
                calm.estimatedHours().expected());
    }

    @Test
    void what_the_provider_says_of_one_region_counts_there() {
        Offer calm = Offers.gpu("aws", "a", Gpus.A100, 1, 3, 1.01);
        Offer busy = Offers.rated(Offers.offer("aws", "a", "us-1", calm.machine(), 3, 1), 0.20);
        assertEquals(
                "eu-west-1",
                first(List.of(Offers.rated(calm, 0), busy), Knowledge.NONE)
                        .offer()
                        .id()
                        .region());
        assertEquals(
                "us-1",
                first(List.of(calm, Offers.offer("aws", "a", "us-1", calm.machine(), 3, 1)), Knowledge.NONE)
                        .offer()
                        .id()
                        .region());
    }
}
