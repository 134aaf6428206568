package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecommendRequestTest {
    private static List<String> refused(Map<String, ?> raw) {
        var refused = assertInstanceOf(Intake.Refused.class, RecommendRequest.read(raw));
        return ((Intake.Refused<?>) refused)
                .violations().stream().map(Violation::pointer).toList();
    }

    @Test
    void only_the_workload_is_required() {
        var accepted =
                (Intake.Accepted<RecommendRequest>) RecommendRequest.read(Map.of("workload", Workloads.lora7bFields()));
        RecommendRequest request = accepted.value();
        assertEquals(5, request.topN());
        assertEquals(Goal.COST, request.goal());
        assertEquals(Mode.AUTO, request.mode());
        assertEquals(Constraints.NONE, request.constraints());
        assertEquals(true, request.persist());
        assertEquals(List.of("/workload"), refused(Map.of()));
    }

    @Test
    void problems_of_every_part_are_named_together() {
        var raw = new HashMap<String, Object>();
        raw.put("workload", Map.of("dataset_size_gb", 1, "model_params_m", 1, "framework", "pytoch"));
        raw.put("constraints", Map.of("max_nodes", 2, "providers", "aws"));
        raw.put("goal", "fast");
        raw.put("top_n", 101);
        raw.put("job_id", "x".repeat(40));
        raw.put("topn", 1);
        assertEquals(
                List.of(
                        "/workload/framework",
                        "/workload/gpu_required",
                        "/constraints/providers",
                        "/goal",
                        "/top_n",
                        "/topn",
                        "/job_id",
                        "/constraints"),
                refused(raw));
    }
}
