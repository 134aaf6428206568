package ai.artenic.optimizer.domain.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.workload.Workload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomeReaderTest {
    private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

    private static String only(String name, Object value) {
        return only(Map.of(name, value));
    }

    private static String only(Map<String, ?> changes) {
        List<Violation> violations = Reports.violations(Reports.with(changes));
        assertEquals(1, violations.size(), violations.toString());
        return violations.getFirst().pointer() + " " + violations.getFirst().message();
    }

    @Test
    void the_least_that_an_outcome_states_is_enough() {
        Outcome outcome = Reports.of(Reports.sound());
        assertEquals("job-1", outcome.jobId());
        assertEquals(Optional.of(Workloads.lora7b()), outcome.workload());
        assertEquals(
                new Run(
                        new Provider("gcp"),
                        "a2-highgpu-1g",
                        Optional.empty(),
                        false,
                        OptionalInt.empty(),
                        12.5,
                        Eur.of(40)),
                outcome.run());
        assertTrue(outcome.succeeded());
        assertEquals(Optional.empty(), outcome.stated());
        assertEquals(Optional.empty(), outcome.metric());
        assertEquals(Optional.empty(), outcome.completedAt());
    }

    @Test
    void everything_that_can_be_stated_is_read() {
        var changes = new HashMap<String, Object>(Map.of("success", false, "failure_kind", "oom", "preempted", true));
        changes.putAll(Map.of("recommendation_id", ID, "region", "eu-west-1", "node_count", 4, "preemption_count", 2));
        changes.putAll(Map.of("primary_metric_name", "f1", "primary_metric_after", 0.9, "checkpointing", true));
        changes.putAll(Map.of("predicted_duration_hours", 10, "predicted_cost_eur", 30));
        changes.put("completed_at", "2026-09-01T13:30:00.1234567+02:00");
        Outcome outcome = Reports.of(Reports.with(changes));
        assertEquals(Optional.of(UUID.fromString(ID)), outcome.recommendationId());
        assertEquals(OptionalInt.of(4), outcome.run().nodeCount());
        assertEquals(new Ending.Failed(Optional.of(FailureKind.OOM)), outcome.ending());
        assertEquals(
                new Interruptions(Optional.of(true), OptionalInt.of(2), Optional.of(true)), outcome.interruptions());
        assertEquals(
                Optional.of(new MetricChange("f1", OptionalDouble.empty(), OptionalDouble.of(0.9))), outcome.metric());
        assertEquals(Optional.of(new Prediction(10, 30)), outcome.stated());
        assertEquals(Optional.of(Instant.parse("2026-09-01T11:30:00.123456Z")), outcome.completedAt());
    }

    @Test
    void numbers_must_be_finite_and_not_negative() {
        assertTrue(only("actual_duration_hours", -0.5).startsWith("/actual_duration_hours must be between 0 and"));
        assertTrue(only("actual_cost_eur", -1).startsWith("/actual_cost_eur must be between 0 and"));
        assertEquals("/actual_cost_eur must be a finite number", only("actual_cost_eur", Double.NaN));
        assertEquals("/actual_cost_eur must be a finite number", only("actual_cost_eur", Double.POSITIVE_INFINITY));
        assertEquals("/actual_cost_eur must be a finite number", only("actual_cost_eur", new BigDecimal("1e400")));
        assertEquals("/actual_duration_hours must be a finite number", only("actual_duration_hours", Double.NaN));
        assertTrue(only("node_count", 0).startsWith("/node_count must be between 1 and"));
        assertTrue(only("node_count", 1.5).startsWith("/node_count must be a whole number"));
        assertEquals(
                0,
                Reports.of(Reports.with(Map.of("actual_duration_hours", 0)))
                        .run()
                        .hours());
    }

    @Test
    void a_job_cannot_have_ended_in_the_future() {
        assertEquals(
                "/completed_at must not lie in the future, was 2026-09-01T12:05:01Z",
                only("completed_at", "2026-09-01T12:05:01Z"));
        String clocksDiffer = "2026-09-01T12:05:00Z";
        assertTrue(Reports.of(Reports.with(Map.of("completed_at", clocksDiffer)))
                .completedAt()
                .isPresent());
        for (String text : List.of("yesterday", "2026-09-01", "2026-09-01T12:00:00", "2026-13-01T00:00:00Z")) {
            assertTrue(only("completed_at", text).startsWith("/completed_at must be a time with its offset"), text);
        }
    }

    @Test
    void a_job_cannot_have_ended_in_a_year_that_is_not_read_again() {
        for (String text :
                List.of("-999999999-01-01T00:00:00+18:00", "-4714-11-24T00:00:00Z", "0000-01-01T00:00:00+00:00:01")) {
            assertEquals("/completed_at must not lie before the year 0000", only("completed_at", text));
        }
        Outcome earliest = Reports.of(Reports.with(Map.of("completed_at", "0000-01-01T00:00:00Z")));
        assertEquals(earliest, Reports.of(OutcomeFields.of(earliest)));
    }

    @Test
    void a_workload_or_a_recommendation_is_needed() {
        Map<String, Object> neither = Reports.sound();
        neither.remove("workload");
        assertEquals(
                List.of(new Violation("/workload", "is required where there is no recommendation_id")),
                Reports.violations(neither));
        neither.put("recommendation_id", ID);
        assertEquals(Optional.empty(), Reports.of(neither).workload());
        assertTrue(only("recommendation_id", "1-2-3-4-5").startsWith("/recommendation_id must be a UUID"));
    }

    @Test
    void what_contradicts_itself_is_refused() {
        assertEquals("/failure_kind must be absent where success is true", only("failure_kind", "oom"));
        assertEquals(
                "/preemption_count must be 0 where preempted is false",
                only(Map.of("preempted", false, "preemption_count", 1)));
        assertEquals(
                OptionalInt.of(0),
                Reports.of(Reports.with(Map.of("preempted", false, "preemption_count", 0)))
                        .interruptions()
                        .count());
        assertEquals(
                "/predicted_cost_eur is required where the other prediction is given",
                only("predicted_duration_hours", 3));
        assertEquals(
                "/predicted_duration_hours is required where the other prediction is given",
                only("predicted_cost_eur", 3));
        assertEquals("/primary_metric_name is required where the metric has a value", only("primary_metric_after", 1));
    }

    @Test
    void names_have_their_lengths_and_letters() {
        assertEquals("/job_id must have at most 36 characters", only("job_id", "x".repeat(37)));
        assertEquals("/job_id must not be blank", only("job_id", " "));
        assertEquals(
                36,
                Reports.of(Reports.with(Map.of("job_id", "x".repeat(36))))
                        .jobId()
                        .length());
        assertTrue(only("job_id", "x".repeat(201)).startsWith("/job_id must have at most 200"));
        assertEquals("/instance_type must have at most 100 characters", only("instance_type", "x".repeat(101)));
        assertTrue(only("provider", "My Cloud").startsWith("/provider must consist of lower-case letters"));
    }

    @Test
    void an_unknown_field_is_named_with_the_nearest_known_one() {
        assertTrue(only("actual_cost_usd", 3).startsWith("/actual_cost_usd is not a known field"));
        assertTrue(only("actual_cost_usd", 3).contains("actual_cost_eur"));
        var workload = new HashMap<>(Workloads.lora7bFields());
        workload.put("batch_size", -1);
        assertTrue(only("workload", workload).startsWith("/workload/batch_size "));
        assertTrue(only("workload", "lora").startsWith("/workload must be an object"));
    }

    @Test
    void everything_wrong_is_named_at_once() {
        List<String> named = Reports.violations(Map.of(
                        "job_id",
                        "x".repeat(40),
                        "provider",
                        "A",
                        "success",
                        "yes",
                        "preempted",
                        1,
                        "actual_cost_eur",
                        Double.NaN,
                        "predicted_cost_eur",
                        0,
                        "completed_at",
                        "soon",
                        "colour",
                        "red"))
                .stream()
                .map(Violation::pointer)
                .sorted()
                .distinct()
                .toList();
        assertEquals(
                List.of(
                        "/actual_cost_eur",
                        "/actual_duration_hours",
                        "/colour",
                        "/completed_at",
                        "/instance_type",
                        "/is_spot",
                        "/job_id",
                        "/predicted_cost_eur",
                        "/predicted_duration_hours",
                        "/preempted",
                        "/provider",
                        "/success",
                        "/workload"),
                named);
    }

    @Test
    void values_refuse_nonsense_themselves() {
        Outcome sound = Reports.of(Reports.sound());
        Run run = sound.run();
        assertInstanceOf(Ending.Succeeded.class, sound.ending());
        for (double hours : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> ran(run, hours, 1));
            assertThrows(IllegalArgumentException.class, () -> new Prediction(hours, 1));
            assertThrows(IllegalArgumentException.class, () -> new Prediction(1, hours));
        }
        assertThrows(IllegalArgumentException.class, () -> ran(run, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> named(sound, " ", sound.workload()));
        assertThrows(IllegalArgumentException.class, () -> named(sound, "x".repeat(37), sound.workload()));
        assertThrows(IllegalArgumentException.class, () -> named(sound, "job", Optional.empty()));
    }

    private static Run ran(Run run, double hours, double cost) {
        return new Run(run.provider(), "x", run.region(), false, run.nodeCount(), hours, Eur.of(cost));
    }

    private static Outcome named(Outcome like, String jobId, Optional<Workload> workload) {
        return new Outcome(
                jobId,
                Optional.empty(),
                workload,
                like.run(),
                like.ending(),
                like.interruptions(),
                like.metric(),
                like.stated(),
                like.completedAt());
    }
}
