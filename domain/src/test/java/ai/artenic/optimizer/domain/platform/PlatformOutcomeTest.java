package ai.artenic.optimizer.domain.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.FailureKind;
import ai.artenic.optimizer.domain.outcome.MetricChange;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Prediction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformOutcomeTest {
    private static final Map<String, Object> SPEC = Map.of(
            "dataset_size_gb", 50, "model_params_m", 7000, "framework", "PyTorch", "gpu_required", true, "team", "x");

    private static Map<String, Object> row(Map<String, ?> changes) {
        var row = new HashMap<String, Object>(Map.of(
                "status",
                "completed",
                "provider",
                "aws",
                "instance_type",
                "p4d",
                "is_spot",
                true,
                "duration_seconds",
                7200,
                "cost_actual_eur",
                12.5,
                "workload_spec",
                SPEC));
        row.putAll(changes);
        row.values().removeIf(""::equals);
        return row;
    }

    private static PlatformJob job(Map<String, ?> changes) {
        return new PlatformJob("j", row(changes), Map.of(), Map.of(), Map.of());
    }

    private static Intake<Outcome> intake(PlatformJob job) {
        return PlatformOutcome.of(job, Offers.OBSERVED).orElseThrow();
    }

    private static Outcome outcome(PlatformJob job) {
        return switch (intake(job)) {
            case Intake.Accepted<Outcome>(Outcome outcome) -> outcome;
            case Intake.Refused<Outcome>(var violations) -> throw new AssertionError(violations.toString());
        };
    }

    private static String errors(PlatformJob job) {
        return intake(job) instanceof Intake.Refused<Outcome>(var violations) ? violations.toString() : "none";
    }

    @Test
    void a_completed_job_is_an_outcome_in_our_terms() {
        Outcome outcome = outcome(job(Map.of()));
        assertEquals(2, outcome.run().hours());
        assertEquals(12.5, outcome.run().cost().amount().doubleValue());
        assertTrue(outcome.succeeded());
        assertEquals(
                "pytorch", outcome.workload().orElseThrow().framework().name().toLowerCase(java.util.Locale.ROOT));
        assertEquals(Optional.of(false), outcome.interruptions().preempted());
    }

    @ParameterizedTest
    @CsvSource({"pending, false", "running, false", "cancelled, false", "preempted, false", "failed, true"})
    void only_jobs_that_are_over_have_an_outcome(String status, boolean isOver) {
        assertEquals(
                isOver,
                PlatformOutcome.of(job(Map.of("status", status)), Offers.OBSERVED)
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "true, 'Spot interruption at 12:00', 7200, true, CAPACITY",
        "true, 'node was EVICTED', 7200, true, CAPACITY",
        "true, 'segfault', 7200, false, ERROR",
        "true, 'segfault', 300, true, CAPACITY",
        "true, 'segfault', 301, false, ERROR",
        "false, 'node was evicted', 7200, false, ERROR",
        "false, 'CUDA out of memory', 100, false, OOM",
        "false, 'OOMKilled', 100, false, OOM",
        "false, 'exit: cuda_oom', 100, false, OOM",
        "false, 'bloom-7b1: no tokenizer', 100, false, ERROR",
        "false, 'no room on /tmp', 100, false, ERROR",
        "false, 'timed out', 100, false, TIMEOUT",
    })
    void a_job_that_failed_on_spot_may_have_been_preempted(
            boolean isSpot, String error, int seconds, boolean preempted, FailureKind kind) {
        Outcome outcome = outcome(
                job(Map.of("status", "failed", "is_spot", isSpot, "error", error, "duration_seconds", seconds)));
        assertEquals(Optional.of(preempted), outcome.interruptions().preempted());
        assertEquals(new Ending.Failed(Optional.of(kind)), outcome.ending());
    }

    @Test
    void without_seconds_the_hours_are_those_between_start_and_end_and_the_cost_their_price() {
        Outcome outcome = outcome(job(Map.of(
                "duration_seconds", "",
                "cost_actual_eur", "",
                "cost_per_hour_eur", 4,
                "started_at", "2026-01-01T00:00:00",
                "completed_at", "2026-01-01 03:00:00+01:00")));
        assertEquals(2, outcome.run().hours());
        assertEquals(8, outcome.run().cost().amount().doubleValue());
    }

    @Test
    void the_metric_is_the_primary_one_else_the_first_usual_one() {
        assertEquals(
                Optional.of(new MetricChange("f1", OptionalDouble.empty(), OptionalDouble.of(0.9))),
                outcome(job(Map.of("metrics", Map.of("mae", 3, "f1", 0.9)))).metric());
        assertEquals(
                Optional.of(new MetricChange("bleu", OptionalDouble.of(1), OptionalDouble.of(2))),
                outcome(job(Map.of(
                                "primary_metric_name", "bleu",
                                "primary_metric_before", 1,
                                "primary_metric_after", 2)))
                        .metric());
    }

    @Test
    void what_the_platform_recorded_as_outcome_comes_before_the_job() {
        Map<String, Object> recorded =
                row(Map.of("actual_duration_hours", 3, "actual_cost_eur", 30, "success", false, "region", "eu-west-1"));
        Outcome outcome = outcome(new PlatformJob("j", row(Map.of()), recorded, Map.of(), Map.of()));
        assertEquals(3, outcome.run().hours());
        assertEquals(new Ending.Failed(Optional.empty()), outcome.ending());
        assertEquals(Optional.of("eu-west-1"), outcome.run().region());
        assertEquals(
                Optional.empty(),
                outcome(new PlatformJob("j", Map.of(), recorded, Map.of(), Map.of()))
                        .interruptions()
                        .preempted());
    }

    @Test
    void the_prediction_is_the_jobs_else_that_of_the_recommendation_it_followed() {
        Map<String, Object> followed = Map.of(
                "recommended_provider",
                "aws",
                "recommended_instance",
                "p4d",
                "estimated_duration_hours",
                5,
                "estimated_cost_eur",
                50);
        var job = new PlatformJob("j", row(Map.of()), Map.of(), followed, Map.of());
        assertEquals(Optional.of(new Prediction(5, 50)), outcome(job).stated());
        Map<String, Object> own = row(Map.of("duration_predicted_hours", 6, "cost_predicted_eur", 60));
        assertEquals(
                Optional.of(new Prediction(6, 60)),
                outcome(new PlatformJob("j", own, Map.of(), followed, Map.of())).stated());
        Map<String, Object> elsewhere = row(Map.of("instance_type", "p5"));
        assertEquals(
                Optional.empty(),
                outcome(new PlatformJob("j", elsewhere, Map.of(), followed, Map.of()))
                        .stated());
    }

    @Test
    void a_workload_is_read_leniently_but_what_it_must_have_it_must_have() {
        var odd = new HashMap<String, Object>(SPEC);
        odd.put("num_epochs", -3);
        odd.put("batch_size", "many");
        assertEquals(
                1,
                outcome(job(Map.of("workload_spec", odd)))
                        .workload()
                        .orElseThrow()
                        .numEpochs());
        odd.remove("framework");
        assertEquals(
                "[Violation[pointer=j/workload/framework, message=is required]]",
                errors(job(Map.of("workload_spec", odd))));
    }

    @Test
    void numbers_that_the_workload_lacks_are_those_of_its_features() {
        var spec = new HashMap<String, Object>(SPEC);
        spec.remove("dataset_size_gb");
        Map<String, Object> sample = Map.of("features", Map.of("dataset_size_gb", 9, "num_epochs", 4));
        Outcome outcome = outcome(new PlatformJob("j", row(Map.of("workload_spec", spec)), Map.of(), Map.of(), sample));
        assertEquals(9, outcome.workload().orElseThrow().datasetSizeGb());
        assertEquals(4, outcome.workload().orElseThrow().numEpochs());
    }

    @Test
    void a_job_without_what_an_outcome_needs_is_told_by_field() {
        String errors =
                errors(job(Map.of("provider", "", "cost_actual_eur", "", "completed_at", "2099-01-01T00:00:00Z")));
        assertTrue(errors.contains("j/provider, message=is required"), errors);
        assertTrue(errors.contains("j/actual_cost_eur, message=is required"), errors);
        assertTrue(errors.contains("j/completed_at, message=must not lie in the future"), errors);
    }
}
