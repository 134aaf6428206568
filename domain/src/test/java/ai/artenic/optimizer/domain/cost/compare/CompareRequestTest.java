package ai.artenic.optimizer.domain.cost.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareRequestTest {
    private static Map<String, Object> question(Map<String, ?> more) {
        var question = new HashMap<String, Object>(Map.of("workload", Workloads.lora7bFields()));
        question.putAll(more);
        return question;
    }

    @Test
    void the_body_of_a_recommendation_is_read_and_risk() {
        var same = Map.of("goal", "performance", "mode", "auto", "job_id", "j", "persist", true, "top_n", 3);
        var accepted = assertInstanceOf(Intake.Accepted.class, CompareRequest.read(question(same)));
        var request = assertInstanceOf(CompareRequest.class, accepted.value());
        assertEquals(3, request.listed());
        assertEquals(false, request.risk());
        var risky = assertInstanceOf(Intake.Accepted.class, CompareRequest.read(question(Map.of("risk", true))));
        assertTrue(assertInstanceOf(CompareRequest.class, risky.value()).risk());
    }

    @Test
    void every_mistake_is_told_at_once() {
        var refused = assertInstanceOf(
                Intake.Refused.class, CompareRequest.read(question(Map.of("risk", "much", "top_n", 0, "tpo_n", 1))));
        @SuppressWarnings("unchecked")
        List<Violation> violations = refused.violations();
        assertEquals(
                List.of("/risk", "/top_n", "/tpo_n"),
                violations.stream().map(Violation::pointer).sorted().toList());
    }
}
