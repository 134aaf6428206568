package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/// Outcomes for tests, made the way they are reported: out of fields.
final class Reports {
    static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");

    private Reports() {}

    /// A job that succeeded on one A100.
    static Map<String, Object> sound() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("job_id", "job-1");
        fields.put("workload", Workloads.lora7bFields());
        fields.put("provider", "gcp");
        fields.put("instance_type", "a2-highgpu-1g");
        fields.put("is_spot", false);
        fields.put("actual_duration_hours", 12.5);
        fields.put("actual_cost_eur", 40);
        fields.put("success", true);
        return fields;
    }

    /// The sound fields with some replaced.
    static Map<String, Object> with(Map<String, ?> changes) {
        Map<String, Object> fields = sound();
        fields.putAll(changes);
        return fields;
    }

    static Outcome of(Map<String, ?> fields) {
        return switch (OutcomeReader.read(fields, NOW)) {
            case Intake.Accepted<Outcome>(Outcome outcome) -> outcome;
            case Intake.Refused<Outcome>(var violations) -> throw new AssertionError(violations.toString());
        };
    }

    static List<Violation> violations(Map<String, ?> fields) {
        return OutcomeReader.read(fields, NOW) instanceof Intake.Refused<Outcome>(var found) ? found : List.of();
    }

    /// Fields of an outcome in which everything optional may be stated or not.
    static Map<String, Object> seeded(long seed) {
        var random = new SplittableRandom(seed);
        Map<String, Object> fields = sound();
        fields.put("job_id", "job-" + seed);
        fields.put("workload", Workloads.seededFields(seed));
        maybe(random, fields, "recommendation_id", new UUID(random.nextLong(), random.nextLong()).toString());
        fields.put("is_spot", random.nextBoolean());
        fields.put("actual_duration_hours", random.nextDouble() * 100);
        fields.put("actual_cost_eur", random.nextDouble() * 1000);
        maybe(random, fields, "region", "eu-west-" + random.nextInt(4));
        maybe(random, fields, "node_count", 1 + random.nextInt(64));
        maybe(random, fields, "preempted", true);
        maybe(random, fields, "preemption_count", random.nextInt(9));
        maybe(random, fields, "checkpointing", random.nextBoolean());
        fields.put("success", random.nextBoolean());
        if (Boolean.FALSE.equals(fields.get("success"))) {
            maybe(random, fields, "failure_kind", random.nextBoolean() ? "oom" : "capacity");
        }
        if (random.nextBoolean()) {
            fields.put("primary_metric_name", "accuracy");
            maybe(random, fields, "primary_metric_before", random.nextGaussian());
            maybe(random, fields, "primary_metric_after", random.nextGaussian());
        }
        if (random.nextBoolean()) {
            fields.put("predicted_duration_hours", 0.1 + random.nextDouble());
            fields.put("predicted_cost_eur", 0.1 + random.nextDouble());
        }
        maybe(
                random,
                fields,
                "completed_at",
                NOW.minusMillis(random.nextInt(1_000_000_000)).toString());
        return fields;
    }

    private static void maybe(SplittableRandom random, Map<String, Object> fields, String name, Object value) {
        if (random.nextBoolean()) {
            fields.put(name, value);
        }
    }
}
