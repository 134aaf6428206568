package ai.artenic.optimizer.domain.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeFieldsTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String hash(Map<String, ?> fields) {
        return OutcomeFields.hash(Reports.of(fields));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_outcome_comes_back_out_of_its_fields(long seed) {
        Outcome outcome = Reports.of(Reports.seeded(seed));
        Outcome back = Reports.of(OutcomeFields.of(outcome));
        assertEquals(outcome, back);
        assertEquals(OutcomeFields.hash(outcome), OutcomeFields.hash(back));
    }

    @Test
    void different_outcomes_have_different_hashes() {
        Set<Outcome> outcomes =
                seeds().mapToObj(seed -> Reports.of(Reports.seeded(seed))).collect(Collectors.toSet());
        assertEquals(200, outcomes.stream().map(OutcomeFields::hash).distinct().count());
        assertTrue(hash(Reports.sound()).matches("[0-9a-f]{64}"));
    }

    @Test
    void every_field_counts() {
        var hashes = new HashSet<String>();
        hashes.add(hash(Reports.sound()));
        List<Map<String, Object>> changes = List.of(
                Map.of("job_id", "job-2"),
                Map.of("instance_type", "a2-highgpu-2g"),
                Map.of("provider", "aws"),
                Map.of("region", "eu-west-1"),
                Map.of("is_spot", true),
                Map.of("node_count", 1),
                Map.of("actual_duration_hours", 12.6),
                Map.of("actual_cost_eur", 40.000001),
                Map.of("success", false),
                Map.of("success", false, "failure_kind", "oom"),
                Map.of("preempted", false),
                Map.of("preemption_count", 0),
                Map.of("checkpointing", true),
                Map.of("primary_metric_name", "f1"),
                Map.of("predicted_duration_hours", 1, "predicted_cost_eur", 1),
                Map.of("completed_at", "2026-09-01T12:00:00Z"));
        changes.forEach(change -> assertTrue(hashes.add(hash(Reports.with(change))), change.toString()));
    }

    @Test
    void one_number_written_in_several_ways_is_one_outcome() {
        Map<String, Object> written = Reports.with(Map.of("actual_cost_eur", 40.000, "actual_duration_hours", 12.50));
        assertEquals(hash(Reports.sound()), hash(written));
        assertEquals(
                hash(Reports.with(Map.of("completed_at", "2026-09-01T12:00:00Z"))),
                hash(Reports.with(Map.of("completed_at", "2026-09-01T14:00:00.000+02:00"))));
    }

    @Test
    void a_text_that_looks_like_other_fields_is_still_a_text() {
        Map<String, Object> region = Reports.with(Map.of("instance_type", "a2", "region", "eu"));
        Map<String, Object> text = Reports.with(Map.of("instance_type", "a2, region=eu"));
        assertNotEquals(hash(region), hash(text));
        var inside = new HashMap<>(Workloads.lora7bFields());
        inside.put("dataset_region", "x}, provider=aws");
        assertNotEquals(hash(Reports.sound()), hash(Reports.with(Map.of("workload", inside))));
    }
}
