package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RejectionWordsTest {
    private static final List<Offer> MARKET =
            List.of(Offers.gpu("aws", "a", Gpus.A100, 1, 3, 1), Offers.gpu("gcp", "g", Gpus.A100, 1, 3, 1.01));

    private static String words(RejectionReason reason, Map<String, ?> changes, Constraints constraints) {
        return Questions.ask(MARKET, Questions.of(Workloads.with(changes), constraints, 5), Knowledge.NONE)
                .rejected()
                .stream()
                .filter(each -> each.reason() == reason)
                .findFirst()
                .orElseThrow()
                .detail();
    }

    private static Constraints providers(String... wanted) {
        return new Constraints(
                List.of(wanted),
                List.of(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                true,
                1);
    }

    @Test
    void a_wanted_provider_that_offers_nothing_is_named() {
        assertEquals(
                "provider not wanted; nothing is on offer from nope, nowhere",
                words(RejectionReason.PROVIDER_EXCLUDED, Map.of(), providers("nope", "aws", "nowhere", "nope")));
        assertEquals("provider not wanted", words(RejectionReason.PROVIDER_EXCLUDED, Map.of(), providers("AWS")));
    }

    @Test
    void a_job_with_checkpoints_is_not_told_that_it_has_none() {
        assertEquals(
                "interrupted too often to finish, for how long its checkpoints and restarts take",
                words(
                        RejectionReason.SPOT_WOULD_NOT_FINISH,
                        Map.of("checkpointing", true, "restart_minutes", 10_000),
                        Constraints.NONE));
        assertEquals(
                "without checkpointing, interrupted too often to finish",
                words(
                        RejectionReason.SPOT_WOULD_NOT_FINISH,
                        Map.of("checkpointing", false, "estimated_hours", 500),
                        Constraints.NONE));
    }
}
